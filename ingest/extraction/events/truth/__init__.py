"""What a sentence says of an event: that it happened, is planned, is untrue, or is no act of states."""
