"""Charts of results and of the page *Actors*: true axes of time, colours that mean sign, files to save."""
