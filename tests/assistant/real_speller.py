"""The speller of the shipped corpus, opened once."""

from functools import cache

from assistant.spelling import Speller
from assistant.vocabulary import open_speller
from ingest.glossary import read_glossary
from ingest.pipeline import index_words
from tests.ingest.real_corpus import CORPUS, the_corpus


@cache
def the_speller() -> Speller:
    corpus = the_corpus()
    return open_speller(
        index_words(corpus).vocabulary,
        [document.text for document in corpus.documents],
        read_glossary(CORPUS / "glossary.toml"),
    )
