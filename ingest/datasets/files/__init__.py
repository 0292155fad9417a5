"""Opens the files of data sets and reads their rows, cells, days and numbers."""
