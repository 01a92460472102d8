"""Topics and an assistant to figures with intervals."""
