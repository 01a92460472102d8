"""One measure a module: its definition, its source, and why a topic fails it."""
