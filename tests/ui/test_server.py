import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.contract import answer_to_json
from ingest.settings import Settings
from tests.ui.fake_assistant import FakeAssistant
from tests.ui.visiting import in_a_loop
from ui.errors import PortTaken
from ui.server import create_app, serve

PROJECT = Path(__file__).resolve().parents[2]
SERVING = """
import sys
from ingest.settings import Settings
from tests.ui.visiting import in_a_loop
from tests.ui.fake_assistant import FakeAssistant
from ui.server import serve

serve(FakeAssistant(), Settings(host=sys.argv[1], port=int(sys.argv[2])))
"""


@pytest.fixture(scope="module")
def shared() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture(scope="module")
def client(shared: FakeAssistant) -> Iterator[TestClient]:
    app = in_a_loop(lambda: create_app(shared, Settings()))
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield client


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def test_health_is_ok_and_counts_the_documents(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "documents": 2}


def test_ask_gives_the_answer_contract(client: TestClient, shared: FakeAssistant) -> None:
    response = client.post("/api/ask", json={"question": "Hoe begin ik met MHiAP?"})

    assert response.status_code == 200
    assert response.text == answer_to_json(shared.ask("Hoe begin ik met MHiAP?"))
    assert response.json()["schema"] == "mhiap.answer/1"


def test_ask_passes_id_language_documents_and_history(
    client: TestClient, shared: FakeAssistant
) -> None:
    turns = [{"question": f"vraag {number}", "answer": "ja"} for number in range(3)]

    response = client.post(
        "/api/ask",
        json={
            "question": "Wat doet MENTOR, implementation?",
            "id": "q-1",
            "language": "en",
            "documents": ["mentor"],
            "history": turns,
        },
    )

    assert (response.json()["id"], response.json()["language"]) == ("q-1", "en")
    assert {c["document_id"] for c in response.json()["citations"]} == {"mentor"}
    assert [turn.question for turn in shared.histories[-1]] == [t["question"] for t in turns]


def test_ask_explains_when_that_is_asked_for(client: TestClient, shared: FakeAssistant) -> None:
    question = "Hoe begin ik met MHiAP?"
    explained, plain = (
        client.post("/api/ask", json={"question": question, "explain": explain})
        for explain in (True, False)
    )

    assert explained.text == answer_to_json(shared.ask(question, explain=True))
    assert explained.json()["explanation"]["readings"]
    assert plain.text == answer_to_json(shared.ask(question))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"", "body: Invalid JSON"),
        (b"{", "body: Invalid JSON"),
        (b"\xff\xfe", "body: Invalid JSON"),
        (b"[]", "body: Input should be an object"),
        (b"{}", "question: Field required"),
        (b'{"question": 3}', "question: Input should be a valid string"),
        (b'{"question": "a", "language": "de"}', "language: Input should be 'nl' or 'en'"),
        (b'{"question": "a", "documents": ["x"]}', "Die documenten ken ik niet."),
        (b'{"question": "a", "documents": "x"}', "documents: Input should be a valid array"),
        (b'{"question": "a", "history": [{}]}', "history.0.question: Field required"),
        (b'{"question": "a", "explain": "yes"}', "explain: Input should be a valid boolean"),
        (b'{"question": "a", "extra": 1}', "extra: Extra inputs are not permitted"),
    ],
)
def test_a_bad_request_gives_the_invalid_object_and_says_what_is_wrong(
    client: TestClient, body: bytes, text: str
) -> None:
    response = client.post("/api/ask", content=body)

    assert response.status_code == 400
    assert response.json()["status"] == "invalid"
    assert response.json()["text"].startswith(text)


def test_a_question_that_is_too_long_is_invalid(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "x" * 1001})

    assert (response.status_code, response.json()["status"]) == (400, "invalid")


def test_a_failure_tells_nothing_about_the_machine(shared: FakeAssistant) -> None:
    app = in_a_loop(lambda: create_app(shared, Settings()))
    with TestClient(app, base_url="http://127.0.0.1:7860", raise_server_exceptions=False) as client:
        response = client.post("/api/ask", json={"question": "Is dit kapot?"})

    assert (response.status_code, response.text) == (500, "Internal Server Error")


def test_the_page_is_served_with_its_own_title_and_no_other_host(client: TestClient) -> None:
    response = client.get("/")

    assert "<title>MHiAP-assistent</title>" in response.text
    assert '<html\n\tlang="nl"' in response.text
    assert client.get("/favicon.ico").headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/gradio_api/info", "/openapi.json"])
def test_the_frameworks_other_routes_are_closed(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


def test_the_interface_of_ask_is_described(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()

    assert set(described["paths"]) == {"/healthz", "/api/ask"}
    body = described["paths"]["/api/ask"]["post"]["requestBody"]["content"]["application/json"]
    assert body["schema"]["properties"]["explain"] == {
        "type": "boolean",
        "default": False,
        "title": "Explain",
        "description": "Whether the answer says, in its field explanation, how the question was "
        "read and why each passage was found.",
    }
    assert body["schema"]["required"] == ["question"]


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]

        with pytest.raises(PortTaken, match=rf"port {port} .* choose another port with --port\.$"):
            serve(FakeAssistant(), Settings(port=port))


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_serve_says_where_it_listens_and_leaves_when_told(host: str) -> None:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-c", SERVING, host, str(port)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
        process.send_signal(signal.SIGTERM)
        _, warning = process.communicate(timeout=20)

    assert line.startswith(f"The page is at http://127.0.0.1:{port} ")
    assert process.returncode == 0
    assert ("has no login" in warning) == (host == "0.0.0.0")
