"""The vector index: which renderings lie nearest to a vector. The one user of Chroma.

Chroma is always given vectors, never texts: with texts it would load whatever embedding function a
stored configuration names (CVE-2026-45829). A damaged collection can raise a ``BaseException`` out
of its native code, so that is what is caught around it.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.fastapi import FastAPI
from chromadb.api.types import Where
from chromadb.config import Settings as ChromaSettings

from ingest.errors import IndexDamaged, IndexMissing, IngestError
from ingest.static_embedding import Matrix

CHROMA_VERSION = chromadb.__version__
CHROMA = "chroma"
LOCAL_NAME = "passages"
SERVER_PREFIX = "mhiap-"
CONFIGURATION: CreateCollectionConfiguration = {
    "hnsw": {
        "space": "cosine",
        "max_neighbors": 32,
        "ef_construction": 200,
        "ef_search": 500,
        "batch_size": 2,
        "sync_threshold": 2,
    }
}
"""Every write reaches the graph on disk at once: what waits in a log would be put into the graph
again at each opening, each time a little differently, and two runs would not agree."""
NO_FUNCTION = ("legacy", "unknown")
BATCH = 1000
SERVER_SECONDS = 5.0
SERVER_WRITING_SECONDS = 60.0
REASON_CHARS = 160


class Collection:
    """One vector and its metadata per passage rendering, by rendering id; threads may share it."""

    def __init__(self, client: ClientAPI, handle: chromadb.Collection, advice: IngestError) -> None:
        """Keep an open client; ``advice`` is the error to raise when Chroma fails."""
        self._client = client
        self._handle = handle
        self._advice = advice

    def close(self) -> None:
        """Let go of the files or the connection; closing twice does nothing."""
        _close(self._client)

    def read_metadata(self) -> dict[str, dict[str, object]]:
        """Return the metadata of every vector."""
        with _failing_as(self._advice):
            rows = self._handle.get(include=["metadatas"])
        return {
            row: dict(metadata or {})
            for row, metadata in zip(rows["ids"], rows["metadatas"] or [], strict=True)
        }

    def write(self, metadata: Mapping[str, Mapping[str, str]], vectors: Matrix) -> None:
        """Add or overwrite one vector per key of ``metadata``, in that order."""
        ids = list(metadata)
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            with _failing_as(self._advice):
                self._handle.upsert(
                    ids=batch,
                    embeddings=np.ascontiguousarray(vectors[start : start + BATCH]),
                    metadatas=[dict(metadata[row]) for row in batch],
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Remove vectors."""
        for start in range(0, len(ids), BATCH):
            with _failing_as(self._advice):
                self._handle.delete(ids=list(ids[start : start + BATCH]))

    def nearest(
        self, vectors: Matrix, limit: int, document_ids: Sequence[str] | None = None
    ) -> list[list[tuple[str, float]]]:
        """Return, per row of ``vectors``, the nearest ids and cosines in [-1, 1], best first."""
        where = cast(Where, {"document_id": {"$in": list(document_ids)}}) if document_ids else None
        with _failing_as(self._advice):
            found = self._handle.query(
                query_embeddings=np.ascontiguousarray(vectors, dtype=np.float32),
                n_results=limit,
                where=where,
                include=["distances"],
            )
        # Chroma gives a distance: 1 - cosine.
        return [
            [(row, clip_cosine(1 - distance)) for row, distance in zip(ids, distances, strict=True)]
            for ids, distances in zip(found["ids"], found["distances"] or [], strict=True)
        ]


def clip_cosine(value: float) -> float:
    """Return a cosine that rounding may have carried past the ends, within [-1, 1]."""
    return min(1.0, max(-1.0, value))


def open_folder(folder: Path, *, create: bool = False) -> Collection:
    """Return the collection in ``folder``, a new one if ``create``.

    Only its builder may open a generation's own folder; readers open a ``PrivateCopy``.

    Raises:
        IndexDamaged: when Chroma cannot open it.
    """
    advice = IndexDamaged(f"Chroma cannot use the vectors in {folder}: run mhiap ingest")
    with _failing_as(advice):
        client = chromadb.PersistentClient(str(folder), settings=_chroma_settings())
    return _open(client, LOCAL_NAME, advice, create=create)


def open_server(url: str, generation: str, *, create: bool = False) -> Collection:
    """Return the collection of ``generation`` on the Chroma server at ``url``.

    Raises:
        IndexMissing: when the server does not answer within seconds, or has no such collection.
    """
    advice = IndexMissing(
        f"the Chroma server at {_address(url)} does not answer for index {generation}: "
        "start it, or correct MHIAP_CHROMA_URL; if that is not it, run mhiap ingest"
    )
    client = _connect(url, advice, SERVER_WRITING_SECONDS if create else SERVER_SECONDS)
    return _open(client, SERVER_PREFIX + generation, advice, create=create)


def drop_from_server(url: str, generation: str) -> None:
    """Remove the collection of ``generation`` from a Chroma server, if it has one.

    Raises:
        IndexMissing: when the server does not answer.
    """
    advice = IndexMissing(f"the Chroma server at {_address(url)} does not answer: start it")
    client = _connect(url, advice, SERVER_SECONDS)
    with _failing_as(advice):
        if SERVER_PREFIX + generation in {c.name for c in client.list_collections()}:
            client.delete_collection(SERVER_PREFIX + generation)
    _close(client)


def _open(client: ClientAPI, name: str, advice: IngestError, *, create: bool) -> Collection:
    try:
        with _failing_as(advice):
            if create:
                handle = client.create_collection(
                    name, configuration=CONFIGURATION, embedding_function=None
                )
            else:
                handle = client.get_collection(name, embedding_function=None)
            stored = handle.get_model()
        if _names_function(stored.configuration_json) or _names_function(stored.serialized_schema):
            raise IndexDamaged(
                f"the collection {name} names an embedding function, which could run code: "
                "run mhiap ingest to make it anew"
            )
    except BaseException:
        _close(client)
        raise
    return Collection(client, handle, advice)


def _names_function(stored: object) -> bool:
    """Tell whether a stored configuration names code that Chroma would load to embed texts."""
    if isinstance(stored, list):
        return any(map(_names_function, stored))
    if not isinstance(stored, dict):
        return False
    function = stored.get("embedding_function") or {"type": "legacy"}
    return function.get("type") not in NO_FUNCTION or any(map(_names_function, stored.values()))


def _connect(url: str, advice: IngestError, seconds: float) -> ClientAPI:
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "localhost", parts.port or (443 if secure else 8000)
    headers = {}
    if parts.username:
        name = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Authorization"] = f"Basic {b64encode(name.encode()).decode()}"
    # Chroma's client waits for ever: ask for a sign of life first, and bound every later call.
    heartbeat = f"{'https' if secure else 'http'}://{host}:{port}/api/v2/heartbeat"
    with _failing_as(advice):
        httpx.get(heartbeat, headers=headers, timeout=SERVER_SECONDS).raise_for_status()
        client = chromadb.HttpClient(
            host, port, ssl=secure, headers=headers, settings=_chroma_settings()
        )
    for session in _sessions(client):
        session.timeout = httpx.Timeout(seconds)
    return client


def _chroma_settings() -> ChromaSettings:
    return ChromaSettings(anonymized_telemetry=False, allow_reset=False)


def _address(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]


def _sessions(client: ClientAPI) -> list[httpx.Client]:
    """Return the HTTP sessions behind a client; Chroma neither bounds nor closes them."""
    owners = (client, client._admin_client) if isinstance(client, Client) else ()
    servers = [getattr(owner, "_server", None) for owner in owners]
    return [server._session for server in servers if isinstance(server, FastAPI)]


def _close(client: ClientAPI) -> None:
    for session in _sessions(client):
        session.close()
    if isinstance(client, Client):
        client.close()


@contextmanager
def _failing_as(advice: IngestError) -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        reason = f"{type(error).__name__}: {error}".partition("\n")[0][:REASON_CHARS]
        raise type(advice)(f"{advice} ({reason})") from error
