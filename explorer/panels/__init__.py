"""The panel beside the network: pure functions from rows to paper, and the form that judges."""
