"""One module per file format; each reader recognises a file and reads it."""
