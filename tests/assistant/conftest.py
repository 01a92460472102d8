"""The opened parts of the assistant over the shipped corpus, for tests of one step each."""

from collections.abc import Iterator

import pytest

from assistant.answerability import read_abstention_model
from assistant.coverage import Coverage, open_coverage
from assistant.numbered_parts import NumberedParts, open_numbered_parts
from assistant.query import Form, glossary_forms
from assistant.search_space import SearchSpace, open_space
from assistant.searching import Searcher
from assistant.translating import read_translations
from assistant.vocabulary import open_speller
from ingest.embedding import load_embedder
from ingest.glossary import read_glossary
from ingest.lexical import load_lexical
from ingest.opening import open_index
from ingest.pipeline import IngestReport
from ingest.settings import Settings


@pytest.fixture(scope="session")
def space(settings: Settings, ingested: IngestReport) -> Iterator[SearchSpace]:
    with open_index(settings) as index:
        embedder = load_embedder(index.info.embedding_model, sha256=index.info.embedding_sha256)
        yield open_space(index, load_lexical(index.folder), embedder)


@pytest.fixture(scope="session")
def forms(settings: Settings) -> tuple[Form, ...]:
    return glossary_forms(read_glossary(settings.corpus / "glossary.toml"))


@pytest.fixture(scope="session")
def coverage(space: SearchSpace, forms: tuple[Form, ...]) -> Coverage:
    return open_coverage(space.lexical, space.embedder, forms)


@pytest.fixture(scope="session")
def numbered(space: SearchSpace, forms: tuple[Form, ...]) -> NumberedParts:
    words = frozenset(space.lexical.vocabulary)
    return open_numbered_parts(space.index, forms, read_translations(), words)


@pytest.fixture(scope="session")
def searcher(
    settings: Settings,
    space: SearchSpace,
    coverage: Coverage,
    forms: tuple[Form, ...],
    numbered: NumberedParts,
) -> Searcher:
    texts = [document.text for document in space.index.documents.values()]
    glossary = read_glossary(settings.corpus / "glossary.toml")
    return Searcher(
        space=space,
        coverage=coverage,
        speller=open_speller(space.lexical.vocabulary, texts, glossary),
        forms=forms,
        abstention=read_abstention_model(),
        translations=read_translations(),
        numbered=numbered,
    )
