"""What the tests of the page share: a visit with a browser, and a loop to make pages in."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from playwright.sync_api import Page

Made = TypeVar("Made")


def in_a_loop(make: Callable[[], Made]) -> Made:
    """Make a page as the server does: inside an event loop that is closed afterwards."""

    async def made() -> Made:
        return make()

    return asyncio.run(made())


@dataclass(kw_only=True)
class Visit:
    """A page in a real browser, with every address it asked for and everything it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on(
            "console",
            lambda line: self.complaints.append(line.text) if line.type == "error" else None,
        )
