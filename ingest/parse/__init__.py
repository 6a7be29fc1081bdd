"""One module per file format; each names the file and the place it could not read."""
