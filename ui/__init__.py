"""Answer to page: the chat, its texts and the server."""
