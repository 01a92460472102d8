"""The vanilla stack as a whole: a line in, an answer and what was found out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from bench.peers.vanilla.contract import answer_of, invalid_answer
from bench.peers.vanilla.passages import Hit
from bench.peers.vanilla.questions import BadLine, Question, read_question
from bench.peers.vanilla.retrieval import MODEL, Retriever
from bench.peers.vanilla.sources import Source, hash_corpus

TOP_K = 4
DEPTH = 10
"""How far the ranked list goes; the answer shows its first ``TOP_K``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of a line: ``hits`` best first, none for a bad line; ``answer`` ready for JSON."""

    question: Question | BadLine
    hits: tuple[Hit, ...]
    answer: dict[str, object]


class Baseline:
    """The documents, what searches them, and the stamp of both."""

    def __init__(self, sources: Sequence[Source], passage_chars: int, overlap_chars: int) -> None:
        """Index the documents."""
        self._sources = {source.document_id: source for source in sources}
        self._retriever = Retriever(sources, passage_chars, overlap_chars)
        self._stamp = {
            "generation": f"vanilla-{passage_chars}-{overlap_chars}",
            "corpus_sha256": hash_corpus(sources),
            "embedding_model": MODEL,
        }

    def ask(self, lines: Iterable[str]) -> Iterator[Asked]:
        """Yield what came of each line, in order; blank lines give nothing."""
        for line in lines:
            question = read_question(line, self._sources)
            if isinstance(question, BadLine):
                answer = invalid_answer(question, self._stamp)
                yield Asked(question=question, hits=(), answer=answer)
            elif question is not None:
                start = perf_counter()
                hits = self._retriever.search(question.text, DEPTH, question.documents)
                seconds = perf_counter() - start
                answer = answer_of(question, hits[:TOP_K], self._sources, self._stamp, seconds)
                yield Asked(question=question, hits=hits, answer=answer)
