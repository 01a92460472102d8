"""The guard in front of the server: who may call, how much may be sent, what headers go out."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES = 64 * 1024
TOO_LARGE = "the request is too large"
LOOPBACK = ("127.0.0.1", "localhost", "::1")

GRADIO_ROUTES = re.compile(
    r"/gradio_api/(?:queue/(?:join|data)|cancel|reset|heartbeat/\w+|startup-events|app_id)/?"
)
OPEN_ROUTES = re.compile(
    r"/(?:healthz|api/ask|api/openapi\.json|config|theme\.css|favicon\.ico|robots\.txt"
    r"|assets/[\w.-]+|static/[\w./-]+|svelte/[\w./-]+)?"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class Guard:
    """An ASGI application that lets only well-formed requests from its own page through.

    Served under loopback, the address that the request came in on, and the names in ``hosts``.
    421 for an unknown ``Host``, 403 for another ``Origin``, 404 for routes the page does not use,
    413 for a body over 64 kB.
    """

    def __init__(
        self, app: ASGIApp, hosts: Iterable[str], complete_page: Callable[[str], str]
    ) -> None:
        """Guard ``app``; ``complete_page`` is applied to each page of HTML before it is sent."""
        self.app = app
        self.complete_page = complete_page
        self.hosts = frozenset([*LOOPBACK, *hosts])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal itself, or pass the request on and add the headers."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refused = self._refusal(scope)
        sender = _WithHeaders(send, self.complete_page)
        if refused is not None:
            status, reason = refused
            await JSONResponse({"detail": reason}, status)(scope, receive, sender)
            return
        body = await _read_body(receive)
        if body is None:
            await JSONResponse({"detail": TOO_LARGE}, 413)(scope, receive, sender)
            return
        await self.app(scope, _Replayed(body, receive), sender)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers, path = Headers(scope=scope), scope["path"]
        host = headers.get("host", "")
        if _hostname(host) not in self.hosts | {(scope.get("server") or ("",))[0]}:
            return 421, "this address is not served here"
        origin = headers.get("origin")
        if origin is not None and not _same_host(origin, host):
            return 403, "requests from other pages are not accepted"
        if not (OPEN_ROUTES.fullmatch(path) or GRADIO_ROUTES.fullmatch(path)):
            return 404, "there is nothing at this address"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > BODY_BYTES:
            return 413, TOO_LARGE
        return None


async def _read_body(receive: Receive) -> Message | None:
    """Return the whole body as one message, or ``None`` when it goes over the limit."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return message
        body += message.get("body", b"")
        if len(body) > BODY_BYTES:
            return None
        if not message.get("more_body"):
            return {"type": "http.request", "body": body}


class _Replayed:
    """Gives a body that was already read, and then what comes after it."""

    def __init__(self, body: Message, receive: Receive) -> None:
        self.body: Message | None = body
        self.receive = receive

    async def __call__(self) -> Message:
        body, self.body = self.body, None
        return body or await self.receive()


class _WithHeaders:
    """Sends a response with the security headers.

    A page of HTML is held back until all of it is there: it is completed, and the policy names its
    inline scripts by their hash.
    """

    def __init__(self, send: Send, complete_page: Callable[[str], str]) -> None:
        self.send = send
        self.complete_page = complete_page
        self.page_start: Message | None = None
        self.page = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if headers.get("content-type", "").startswith("text/html"):
                self.page_start = message
                return
            headers.setdefault("Content-Security-Policy", "default-src 'none'")
        elif message["type"] == "http.response.body" and self.page_start is not None:
            self.page += message.get("body", b"")
            if message.get("more_body"):
                return
            page = self.complete_page(self.page.decode())
            headers = MutableHeaders(scope=self.page_start)
            headers["Content-Security-Policy"] = content_policy(page)
            headers["Content-Length"] = str(len(page.encode()))
            headers["Cache-Control"] = "no-store"
            await self.send(self.page_start)
            message = {"type": "http.response.body", "body": page.encode()}
        await self.send(message)


def content_policy(page: str) -> str:
    """Return the policy under which a page of HTML runs its own scripts and no others.

    ``unsafe-eval`` is there because the page's framework compiles its templates in the browser;
    inline scripts run only if they were in the page as it was served.
    """
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    hashes = [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts]
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self' 'unsafe-eval'", *dict.fromkeys(hashes)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    )


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _same_host(origin: str, host: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc == host
