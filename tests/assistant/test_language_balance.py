"""Documents added in one language leave the other as easy to find as it was.

The shipped corpus is compared with one that holds every document of one language twice. Questions
in the other language, with evidence in that language, should find it where they found it before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pytest

from assistant.editions import readable_documents
from assistant.query import Query
from assistant.retrieval import retrieve
from assistant.search_space import SearchSpace, open_space
from assistant.searching import Searcher
from evals.judging import judge
from evals.topics import load_topics
from ingest.building import build_index
from ingest.datatypes import Language
from ingest.lexical import load_lexical
from ingest.opening import open_index
from ingest.pipeline import Corpus, index_words
from ingest.rendering import published_id
from ingest.settings import Settings
from ingest.storage import read_beads, write_beads
from tests.ingest.real_corpus import the_corpus

FIRST = 5
ENOUGH = 60
ENGLISH_READER, DUTCH_READER = ("en", "nl"), ("nl", "en")
"""The language of the reader, then that of the documents that are doubled."""

EITHER = pytest.mark.parametrize(
    "comparison", [ENGLISH_READER, DUTCH_READER], ids="-".join, indirect=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with the ids of the passages that hold its evidence in its own language."""

    question: str
    query: Query
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The same questions before and after the documents of the other language were doubled."""

    reader: Language
    asked: tuple[Asked, ...]
    before: SearchSpace
    after: SearchSpace


def doubled(corpus: Corpus, language: Language) -> Corpus:
    """Return the corpus with a copy, under another id, of each document in ``language``."""
    originals = [d for d in corpus.documents if d.source.language == language]
    ids = {d.source.document_id: f"{d.source.document_id}-copy" for d in originals}
    documents = [
        replace(d, source=replace(d.source, document_id=ids[d.source.document_id], names=()))
        for d in originals
    ]
    passages = [
        replace(p, document_id=ids[p.document_id], passage_id=f"copy-{p.passage_id}")
        for p in corpus.passages
        if p.document_id in ids
    ]
    return Corpus(
        documents=(*corpus.documents, *documents),
        passages=(*corpus.passages, *passages),
        files=(),
        renditions=corpus.renditions,
    )


def ask(searcher: Searcher, reader: Language) -> Iterator[Asked]:
    """Yield the training questions in the reader's language with evidence in that language."""
    corpus = the_corpus()
    documents = {d.source.document_id: d for d in corpus.documents}
    languages = {p.passage_id: p.language for p in corpus.passages}
    for topic in load_topics({name: d.text for name, d in documents.items()}, "train"):
        judged = judge(topic, corpus.passages, documents) if topic.language == reader else None
        if judged is None or judged.direction != f"{reader}>{reader}":
            continue
        understood = searcher.understand(topic.question, topic.history)
        if len(understood) > 1:
            continue
        held = frozenset(name for name in judged.gains if languages[name] == reader)
        yield Asked(question=topic.question, query=understood[0].query, evidence=held)


@pytest.fixture(scope="module")
def comparison(
    request: pytest.FixtureRequest,
    searcher: Searcher,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Comparison]:
    """For a reader of the first language, the documents of the second are doubled."""
    reader, other = request.param
    corpus = doubled(the_corpus(), other)
    settings = Settings(index=tmp_path_factory.mktemp(f"doubled-{other}"))
    embedder = searcher.space.embedder

    def save_derived(folder: Path) -> None:
        index_words(corpus).save(folder)
        write_beads(folder, read_beads(searcher.space.index.folder))

    build_index(
        settings,
        corpus.all_documents,
        corpus.all_passages,
        save_derived,
        embedder,
        lambda step, done, total: None,
    )
    with open_index(settings) as index:
        yield Comparison(
            reader=reader,
            asked=tuple(islice(ask(searcher, reader), ENOUGH)),
            before=searcher.space,
            after=open_space(index, load_lexical(index.folder), embedder),
        )


def ranking(space: SearchSpace, query: Query, reader: Language) -> list[tuple[str, Language]]:
    """Return every passage that the reader's search ranks, best first.

    A passage is given by the id under which it was published, and by the language it is read in.
    """
    hits, _ = retrieve(
        space, query, readable_documents(space.index, reader), len(space.index.passages)
    )
    return [(published_id(hit.passage.passage_id), hit.passage.language) for hit in hits]


@EITHER
def test_enough_questions_are_compared(comparison: Comparison) -> None:
    assert len(comparison.asked) == ENOUGH


@EITHER
def test_evidence_among_the_first_five_stays_there(comparison: Comparison) -> None:
    lost = []
    for asked in comparison.asked:
        before, after = (
            {name for name, _ in ranking(space, asked.query, comparison.reader)[:FIRST]}
            for space in (comparison.before, comparison.after)
        )
        if before & asked.evidence and not after & asked.evidence:
            lost.append(asked.question)

    assert lost == []


@EITHER
def test_the_best_evidence_keeps_its_rank_among_the_passages_in_its_language(
    comparison: Comparison,
) -> None:
    moved = []
    for asked in comparison.asked:
        before, after = (
            next(rank for rank, name in enumerate(own, 1) if name in asked.evidence)
            for own in (
                [
                    name
                    for name, language in ranking(space, asked.query, comparison.reader)
                    if language == comparison.reader
                ]
                for space in (comparison.before, comparison.after)
            )
        )
        if before != after:
            moved.append((asked.question, before, after))

    assert moved == []
