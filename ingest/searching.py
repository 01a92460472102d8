"""The open index: documents, passages, and what lies nearest to a vector."""

from collections.abc import Collection as Items
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import numpy as np

from ingest.counterparts import Beads, find_counterparts
from ingest.datatypes import Document, Passage
from ingest.index import Collection, clip_cosine
from ingest.inventory import IndexInfo
from ingest.private_copy import PrivateCopy
from ingest.static_embedding import Matrix
from ingest.storage import passage_id_of


class Index:
    """A generation, open for reading: everything a question is answered from; threads may share it.

    Attributes:
        folder: the generation, where the lexical index lies too; do not write there.
        passages: in the order of the documents; a passage number is a position in it.
        sentence_vectors: (sentences, dimensions), unit rows, in the order of ``sentences_of``.
        counterparts: which passages and sentences say the same in the other language.
    """

    def __init__(
        self,
        *,
        info: IndexInfo,
        folder: Path,
        documents: Sequence[Document],
        passages: tuple[Passage, ...],
        sentence_vectors: Matrix,
        unreached: Mapping[str, Matrix],
        collection: Collection,
        copy: PrivateCopy | None,
        beads: Beads,
    ) -> None:
        """Keep the parts that ``opening.open_index`` has read; ``copy`` is removed with it."""
        self.info = info
        self.folder = folder
        self.documents: Mapping[str, Document] = MappingProxyType(
            {document.source.document_id: document for document in documents}
        )
        self.passages = passages
        self.counterparts = find_counterparts(self.documents, passages, beads)
        self.sentence_vectors = sentence_vectors
        self._unreached = unreached
        self._collection = collection
        self._copy = copy
        self._numbers = {passage.passage_id: n for n, passage in enumerate(passages)}

    def nearest(
        self, vector: Matrix, limit: int, document_ids: Items[str] | None = None
    ) -> list[tuple[int, float]]:
        """Return passage numbers with their cosine in [-1, 1], best first.

        A passage counts once, by its best rendering; equal cosines stand in the order of the
        passages. Nothing is near a vector of zeros.

        Args:
            vector: (dimensions,), from the model in ``info``.
            limit: the most passages to return.
            document_ids: the documents to search; all when ``None``.
        """
        wanted = None if document_ids is None else sorted(self.documents.keys() & document_ids)
        size = min(2 * limit + 10, self.info.renderings)
        if limit < 1 or size < 1 or wanted == [] or not np.any(vector):
            return []
        beside = self._compare_unreached(vector, wanted)
        while True:
            found = self._collection.nearest(vector.reshape(1, -1), size, wanted)[0]
            best: dict[int, float] = {}
            for rendering_id, cosine in found + beside:
                number = self._numbers[passage_id_of(rendering_id)]
                best[number] = max(cosine, best.get(number, cosine))
            if len(best) >= limit or len(found) < size or size == self.info.renderings:
                return sorted(best.items(), key=lambda hit: (-hit[1], hit[0]))[:limit]
            size = min(2 * size, self.info.renderings)

    def _compare_unreached(
        self, vector: Matrix, document_ids: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        if not self._unreached:
            return []
        cosines = np.stack(list(self._unreached.values())) @ vector
        passages = [self.passages[self._numbers[passage_id_of(row)]] for row in self._unreached]
        return [
            (row, clip_cosine(float(cosine)))
            for row, cosine, passage in zip(self._unreached, cosines, passages, strict=True)
            if document_ids is None or passage.document_id in document_ids
        ]

    def close(self) -> None:
        """Let go of Chroma and remove this reader's copy; closing twice does nothing."""
        self._collection.close()
        if self._copy is not None:
            self._copy.close()

    def __enter__(self) -> Self:
        """Return the index itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()
