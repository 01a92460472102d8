"""What can go wrong with the page.

PageError
└── PortTaken    another program listens on the port
"""


class PageError(Exception):
    """Base of this package's errors; the message is one sentence that says what to do."""


class PortTaken(PageError):
    """Another program already listens on the address that the page was to be served at."""
