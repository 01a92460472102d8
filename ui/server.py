"""The server: the page at ``/``, the answer contract at ``/api/ask``, and ``/healthz``."""

import signal
import socket
import sys
from collections.abc import Sequence
from typing import NoReturn

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.contract import answer_to_json
from assistant.datatypes import Answer, Turn
from ingest.datatypes import Language
from ingest.settings import Settings
from ui.asking import Asking
from ui.dutch import DUTCH
from ui.errors import PortTaken
from ui.guard import LOOPBACK, Guard
from ui.page import mount_page
from ui.shell import read_shell

BODY_WANTED = (
    "Send a JSON object with a question and, if wanted, id, language, documents, history and "
    "explain."
)
DRAIN_SECONDS = 8


class AskedTurn(BaseModel):
    """An earlier turn, as sent by a caller."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str
    answer: str | None = None


class Asked(BaseModel):
    """The body of ``POST /api/ask``."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str
    id: str | None = Field(default=None, description="Given back with the answer.")
    language: Language | None = Field(
        default=None, description="Of the answer; that of the question without it."
    )
    documents: tuple[str, ...] | None = Field(
        default=None, description="Ids of the documents to answer from; all without it."
    )
    history: tuple[AskedTurn, ...] = Field(default=(), description="Earlier turns, oldest first.")
    explain: bool = Field(
        default=False,
        description="Whether the answer says, in its field explanation, how the question was read "
        "and why each passage was found.",
    )


def create_app(assistant: Asking, settings: Settings, hosts: Sequence[str] = ()) -> FastAPI:
    """Return the application; ``hosts`` are the names that it may be reached by besides its own.

    ``POST /api/ask`` gives the answer contract: HTTP 200, or 400 with status ``invalid``, whose
    ``text`` says what to do.
    """
    app = FastAPI(
        title="MHiAP assistant", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.add_middleware(
        Guard, hosts=[settings.host, *hosts], complete_page=read_shell(DUTCH).complete
    )

    @app.get("/healthz")
    def health() -> dict[str, str | int]:
        return {"status": "ok", "documents": len(assistant.documents)}

    body = {"content": {"application/json": {"schema": Asked.model_json_schema()}}}

    @app.post("/api/ask", openapi_extra={"requestBody": body}, response_model=Answer)
    async def ask(request: Request) -> Response:
        answer = await run_in_threadpool(_answer, assistant, await request.body())
        return Response(
            answer_to_json(answer),
            status_code=400 if answer.status == "invalid" else 200,
            media_type="application/json",
        )

    app.state.end_streams = mount_page(app, assistant, settings.question_chars)
    return app


def _answer(assistant: Asking, body: bytes) -> Answer:
    try:
        asked = Asked.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "body"
        return assistant.invalid("", f"{place}: {first['msg']}. {BODY_WANTED}", language="en")
    return assistant.ask(
        asked.question,
        language=asked.language,
        documents=asked.documents,
        history=[Turn(question=turn.question, answer=turn.answer) for turn in asked.history],
        question_id=asked.id,
        explain=asked.explain,
    )


def serve(assistant: Asking, settings: Settings, hosts: Sequence[str] = ()) -> None:
    """Serve until stopped, and print the address once the page can be opened there.

    SIGTERM and Ctrl+C let running answers finish, for at most 8 seconds.

    Raises:
        PortTaken: another program listens on the port.
    """
    listening = _listen(settings.host, settings.port)
    if settings.host not in LOOPBACK:
        print(
            f"Warning: other machines can reach the page on {settings.host} and it has no login. "
            "Put a proxy with a login in front of it, or use 127.0.0.1.",
            file=sys.stderr,
        )
    signal.signal(signal.SIGTERM, _leave)
    try:
        Server(assistant, settings, hosts).run(sockets=[listening])
    except KeyboardInterrupt:
        return


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortTaken(
            f"The page cannot listen on {host}, port {port} ({error.strerror}): stop the program "
            "that uses it, or choose another port with --port."
        ) from error
    return listening


def _leave(_signal: int, _frame: object) -> NoReturn:
    raise SystemExit(0)


class Server(uvicorn.Server):
    """A server that says where it can be reached when that is so, and leaves promptly.

    It makes the application in its own event loop, because the page's framework would else make
    loops that nobody closes.
    """

    def __init__(self, assistant: Asking, settings: Settings, hosts: Sequence[str]) -> None:
        """Prepare to serve; ``run(sockets=[...])`` does so until stopped."""
        config = uvicorn.Config(
            self.make_app,
            factory=True,
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=DRAIN_SECONDS,
            ws="none",
        )
        super().__init__(config)
        self.assistant, self.settings, self.hosts = assistant, settings, hosts

    def make_app(self) -> FastAPI:
        """Return the application that is served."""
        self.app = create_app(self.assistant, self.settings, self.hosts)
        return self.app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and print the address."""
        await super().startup(sockets)
        if self.started:
            host = self.settings.host.replace("0.0.0.0", "127.0.0.1")
            address = f"[{host}]" if ":" in host else host
            print(
                f"The page is at http://{address}:{self.settings.port}  (stop with Ctrl+C)",
                flush=True,
            )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams of the browsers that show the page, and stop."""
        self.app.state.end_streams()
        await super().shutdown(sockets)
