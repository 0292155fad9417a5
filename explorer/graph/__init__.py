"""The graph on the screen: pure functions from the rows of statements to the subgraph that is drawn."""
