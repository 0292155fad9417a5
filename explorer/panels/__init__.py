"""The panels beside the network: pure functions that turn rows into elements."""
