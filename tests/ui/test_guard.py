import asyncio
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.guard import BODY_BYTES, Guard, content_policy

HOME = "http://127.0.0.1:7860"


def show(request: Request) -> Response:
    return HTMLResponse("<html><head></head><script>known()</script></html>")


async def length(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = Starlette(
        routes=[Route("/", show), Route("/api/ask", length, methods=["POST"])],
    )
    guard = Guard(app, ["assistant.example.nl"], lambda page: page.replace("known", "finished"))
    with TestClient(guard, base_url=HOME) as client:
        yield client


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost"}, 200),
        ({"host": "[::1]:7860"}, 200),
        ({"host": "assistant.example.nl"}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"host": "[::1"}, 421),
        ({"host": ""}, 421),
        ({"origin": HOME}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({"origin": "http://[::1"}, 403),
        ({"host": "assistant.example.nl", "origin": "https://assistant.example.nl"}, 200),
    ],
)
def test_only_our_own_page_may_call(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert client.get("/", headers=headers).status_code == status


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/upload_progress",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=http://example.org",
        "/gradio_api/proxy=http://example.org",
        "/gradio_api/deep_link",
        "/gradio_api/openapi.json",
        "/gradio_api/info",
        "/gradio_api/run/ask",
        "/gradio_api/call/ask",
        "/gradio_api/component_server",
        "/gradio_api/runs",
        "/gradio_api/vibe-edit",
        "/gradio_api/mcp/sse",
        "/openapi.json",
        "/docs",
        "/login",
        "/monitoring",
        "/manifest.json",
        "/assets/../../etc/passwd",
    ],
)
def test_what_the_page_does_not_use_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_body_of_the_largest_size_is_taken(client: TestClient) -> None:
    assert client.post("/api/ask", content=b"x" * BODY_BYTES).text == str(BODY_BYTES)


def test_a_larger_body_is_refused_before_it_is_read(client: TestClient) -> None:
    assert client.post("/api/ask", content=b"x" * (BODY_BYTES + 1)).status_code == 413


def test_a_body_that_grows_too_large_is_refused(client: TestClient) -> None:
    assert client.post("/api/ask", content=iter([b"x" * BODY_BYTES, b"x"])).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e9", "many"])
def test_a_length_that_is_no_number_is_refused(client: TestClient, length: str) -> None:
    answer = client.post("/api/ask", content=b"x", headers={"content-length": length})

    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_every_response_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "default-src" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers


def test_a_page_is_completed_and_its_script_allowed_by_hash(client: TestClient) -> None:
    answer = client.get("/")

    digest = b64encode(sha256(b"finished()").digest()).decode()
    assert "<script>finished()</script>" in answer.text
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["cache-control"] == "no-store"


def test_the_policy_allows_no_other_inline_script_and_no_other_host() -> None:
    policy = content_policy('<script src="a.js"></script><script>a()</script>')

    assert "script-src 'self' 'unsafe-eval' 'sha256-" in policy
    assert policy.split("style-src")[0].count("unsafe-inline") == 0
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert "*" not in policy


def test_a_web_socket_is_not_answered() -> None:
    async def reached(*_: object) -> None:
        raise AssertionError("the application was reached")

    guard = Guard(reached, [], str)

    asyncio.run(guard({"type": "websocket"}, reached, reached))  # type: ignore[arg-type]
