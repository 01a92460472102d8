import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import cast

import chromadb
import numpy as np
import pytest
from chromadb.api import ClientAPI

from ingest.building import build_index
from ingest.errors import IndexDamaged, IndexMissing
from ingest.index import (
    CHROMA,
    Collection,
    clip_cosine,
    drop_from_server,
    open_folder,
    open_server,
)
from ingest.opening import open_index
from ingest.settings import Settings
from ingest.verification import verify_index
from tests.ingest.small_corpus import TEXTS, WordModel, build, make_corpus, save_words

METADATA = {
    "a@nl": {"document_id": "a"},
    "b@en": {"document_id": "b"},
    "c@nl": {"document_id": "a"},
}
VECTORS = np.eye(3, 4, dtype=np.float32)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with closing(open_folder(tmp_path / "chroma", create=True)) as made:
        made.write(METADATA, VECTORS)
        yield made


def test_cosines_stay_within_their_range() -> None:
    assert [clip_cosine(value) for value in (-1.0000001, 0.5, 1.0000001)] == [-1, 0.5, 1]


def test_the_nearest_come_first_with_their_cosine(collection: Collection) -> None:
    query = np.array([[0.8, 0.6, 0, 0]], dtype=np.float32)

    (hits,) = collection.nearest(query, 2)

    assert [row for row, _ in hits] == ["a@nl", "b@en"]
    assert [cosine for _, cosine in hits] == pytest.approx([0.8, 0.6], abs=1e-6)


def test_each_query_gets_its_own_hits(collection: Collection) -> None:
    found = collection.nearest(VECTORS, 1)

    assert [hits[0][0] for hits in found] == ["a@nl", "b@en", "c@nl"]


def test_a_search_can_be_limited_to_documents(collection: Collection) -> None:
    (hits,) = collection.nearest(VECTORS[1:2], 3, ["a"])

    assert sorted(row for row, _ in hits) == ["a@nl", "c@nl"]


def test_metadata_comes_back(collection: Collection) -> None:
    assert collection.read_metadata() == METADATA


def test_writing_again_overwrites_and_deleting_removes(collection: Collection) -> None:
    collection.write({"a@nl": {"document_id": "z"}}, VECTORS[1:2])
    collection.delete(["b@en"])

    assert collection.read_metadata() == {"a@nl": {"document_id": "z"}, "c@nl": METADATA["c@nl"]}
    assert collection.nearest(VECTORS[1:2], 1)[0][0][0] == "a@nl"


def test_a_copied_and_reopened_collection_answers_the_same(tmp_path: Path) -> None:
    with closing(open_folder(tmp_path / "one", create=True)) as made:
        made.write(METADATA, VECTORS)
        before = made.nearest(VECTORS, 3)
    shutil.copytree(tmp_path / "one", tmp_path / "two")

    with closing(open_folder(tmp_path / "two")) as copied:
        assert copied.nearest(VECTORS, 3) == before


def test_opening_and_closing_leaks_no_files(tmp_path: Path, collection: Collection) -> None:
    collection.close()
    descriptors = Path("/proc/self/fd")
    counts = []
    for _ in range(12):
        with closing(open_folder(tmp_path / "chroma")) as opened:
            opened.nearest(VECTORS, 1)
        counts.append(len(list(descriptors.iterdir())))

    assert max(counts[6:]) <= max(counts[:6]) + 2


def test_an_empty_folder_is_no_collection(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match=r"Chroma cannot use the vectors in .*mhiap ingest"):
        open_folder(tmp_path / "chroma")


def test_a_damaged_collection_is_reported_and_not_a_foreign_error(
    tmp_path: Path, collection: Collection
) -> None:
    collection.close()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"x" * 5000)

    with pytest.raises(IndexDamaged):
        open_folder(tmp_path / "chroma")


@pytest.mark.parametrize("stored", ['{"type":"legacy"}', '{"type":"unknown"}'])
@pytest.mark.parametrize(
    "function",
    [
        {"type": "known", "name": "sentence_transformer", "config": {"model_name": "evil"}},
        {"type": "known", "name": "default", "config": {}},
    ],
)
def test_a_collection_that_names_an_embedding_function_is_refused(
    tmp_path: Path, collection: Collection, stored: str, function: dict[str, object]
) -> None:
    collection.close()
    with closing(sqlite3.connect(tmp_path / "chroma" / "chroma.sqlite3")) as database:
        (schema,) = database.execute("select schema_str from collections").fetchone()
        tampered = schema.replace(stored, json.dumps(function))
        assert tampered != schema
        database.execute("update collections set schema_str = ?", (tampered,))
        database.commit()

    with pytest.raises(IndexDamaged, match="names an embedding function"):
        open_folder(tmp_path / "chroma")


class Panic(BaseException):
    """What Chroma's native code raises: no Exception."""


class PanickingHandle:
    def __init__(self, error: BaseException) -> None:
        self.error = error

    def query(self, **arguments: object) -> object:
        raise self.error


def broken_collection(error: BaseException) -> Collection:
    handle = cast(chromadb.Collection, PanickingHandle(error))
    return Collection(cast(ClientAPI, None), handle, IndexDamaged("run mhiap ingest"))


def test_a_panic_of_the_native_code_becomes_a_damaged_index() -> None:
    with pytest.raises(IndexDamaged, match=r"run mhiap ingest \(Panic: range end\)"):
        broken_collection(Panic("range end\nbacktrace")).nearest(VECTORS, 1)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(1), MemoryError()])
def test_what_ends_the_program_is_not_taken_for_damage(error: BaseException) -> None:
    with pytest.raises(type(error)):
        broken_collection(error).nearest(VECTORS, 1)


# A Chroma server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("chroma", path=str(Path(sys.executable).parent)) or shutil.which(
        "chroma"
    )
    if program is None:
        pytest.skip("the chroma program, which comes with chromadb, is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    with subprocess.Popen(
        [program, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        process.kill()


def test_a_collection_on_a_server_answers_like_one_in_a_folder(
    server: str, collection: Collection
) -> None:
    with closing(open_server(server, "20260101T000000Z-00000000", create=True)) as made:
        made.write(METADATA, VECTORS)
    with closing(open_server(server, "20260101T000000Z-00000000")) as opened:
        assert opened.read_metadata() == collection.read_metadata()
        assert opened.nearest(VECTORS, 3, ["a"]) == collection.nearest(VECTORS, 3, ["a"])


def test_a_dropped_collection_is_gone_and_can_be_dropped_again(server: str) -> None:
    open_server(server, "20260101T000001Z-00000000", create=True).close()

    drop_from_server(server, "20260101T000001Z-00000000")
    drop_from_server(server, "20260101T000001Z-00000000")

    with pytest.raises(IndexMissing, match="20260101T000001Z-00000000"):
        open_server(server, "20260101T000001Z-00000000")


def test_an_index_on_a_server_is_built_opened_verified_and_swept(
    server: str, tmp_path: Path
) -> None:
    settings = Settings(index=tmp_path / "index", chroma_url=server)
    local = Settings(index=tmp_path / "local")
    build(local)

    generations = [build(settings, force=True).info.generation for _ in range(3)]

    with open_index(settings) as index, open_index(local) as other:
        query = WordModel().embed_queries(["scholen doen mee"])[0]
        numbers, cosines = zip(*index.nearest(query, 3), strict=True)
        expected_numbers, expected_cosines = zip(*other.nearest(query, 3), strict=True)
        assert numbers == expected_numbers
        assert cosines == pytest.approx(expected_cosines, abs=1e-6)
        assert not (index.folder / CHROMA).exists()
    assert verify_index(settings.index / generations[2], chroma_url=server) == []
    open_server(server, generations[1]).close()
    with pytest.raises(IndexMissing):
        open_server(server, generations[0])


def test_a_verification_notices_what_a_server_has_lost(server: str, tmp_path: Path) -> None:
    settings = Settings(index=tmp_path / "index", chroma_url=server)
    generation = build(settings).info.generation
    with closing(open_server(server, generation)) as opened:
        opened.delete(["plan:1@nl"])

    problems = verify_index(settings.index / generation, chroma_url=server)

    assert problems == ["the collection lacks 1 ids and has 0 too many"]


def test_an_index_on_a_server_asks_for_its_address(server: str, tmp_path: Path) -> None:
    build(Settings(index=tmp_path, chroma_url=server))

    with pytest.raises(IndexMissing, match="set MHIAP_CHROMA_URL"):
        open_index(Settings(index=tmp_path))


def test_a_server_that_is_down_is_reported_at_once(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://secret@127.0.0.1:{free.getsockname()[1]}"
    documents, passages = make_corpus(TEXTS)
    started = time.monotonic()

    with pytest.raises(IndexMissing, match=r"server at 127\.0\.0\.1:\d+ does not answer"):
        build_index(
            Settings(index=tmp_path, chroma_url=url),
            documents,
            passages,
            save_words,
            WordModel(),
            lambda step, done, total: None,
        )

    assert time.monotonic() - started < 5


def test_a_server_that_accepts_and_says_nothing_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ingest.index.SERVER_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"

        with pytest.raises(IndexMissing):
            open_server(url, "20260101T000000Z-00000000")


def test_threads_share_a_collection(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    vectors = rng.standard_normal((300, 16)).astype(np.float32)
    wrong: list[int] = []
    with closing(open_folder(tmp_path, create=True)) as made:
        made.write({str(n): {"document_id": "a"} for n in range(300)}, vectors)

        def search(numbers: range) -> None:
            for n in numbers:
                if made.nearest(vectors[n : n + 1], 1)[0][0][0] != str(n):
                    wrong.append(n)

        threads = [
            threading.Thread(target=search, args=(range(start, 300, 6),)) for start in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert wrong == []


def test_a_name_and_password_in_the_address_are_sent_and_never_shown() -> None:
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:

        def listen() -> None:
            connection, _ = proxy.accept()
            with connection:
                received.append(connection.recv(4096))

        listening = threading.Thread(target=listen)
        listening.start()
        url = f"http://reader:p%40ss@127.0.0.1:{proxy.getsockname()[1]}"
        with pytest.raises(IndexMissing) as raised:
            open_server(url, "20260101T000000Z-00000000")
        listening.join()

    assert b"authorization: basic cmVhZGVyOnBAc3M=" in received[0].replace(
        b"Basic", b"basic"
    ).replace(b"Authorization", b"authorization")
    assert "reader" not in str(raised.value)
