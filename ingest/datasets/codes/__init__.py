"""What the codes of data sets mean: events, countries, actors and roles."""
