"""Says which entity of the graph a party of a data set is."""
