"""Open everything an assistant needs, in one place."""

from assistant.answerability import read_abstention_model
from assistant.answering import Assistant
from assistant.coverage import open_coverage
from assistant.datatypes import IndexStamp
from assistant.numbered_parts import open_numbered_parts
from assistant.query import glossary_forms
from assistant.search_space import open_space
from assistant.searching import Searcher
from assistant.suggestions import read_suggester
from assistant.translating import read_translations
from assistant.vocabulary import open_speller
from ingest.embedding import load_embedder
from ingest.glossary import read_glossary
from ingest.lexical import load_lexical
from ingest.opening import open_index
from ingest.settings import Settings

GLOSSARY, QUESTIONS = "glossary.toml", "questions.toml"


def open_assistant(settings: Settings) -> Assistant:
    """Return an assistant over the index that serves, with the model that the index was built with.

    Raises:
        IngestError: there is no usable index, or its model cannot be loaded.
        SpeechMissing: ``questions.toml`` is not valid.
    """
    index = open_index(settings)
    lexical = load_lexical(index.folder)
    embedder = load_embedder(index.info.embedding_model, sha256=index.info.embedding_sha256)
    glossary = read_glossary(settings.corpus / GLOSSARY)
    forms, translations = glossary_forms(glossary), read_translations()
    words = frozenset(lexical.vocabulary)
    texts = [document.text for document in index.documents.values()]
    searcher = Searcher(
        space=open_space(index, lexical, embedder),
        coverage=open_coverage(lexical, embedder, forms),
        speller=open_speller(lexical.vocabulary, texts, glossary),
        forms=forms,
        abstention=read_abstention_model(),
        translations=translations,
        numbered=open_numbered_parts(index, forms, translations, words),
    )
    return Assistant(
        searcher=searcher,
        suggester=read_suggester(settings.corpus / QUESTIONS, embedder),
        stamp=IndexStamp(
            generation=index.info.generation,
            corpus_sha256=index.info.corpus_sha256,
            embedding_model=index.info.embedding_model,
        ),
        question_chars=settings.question_chars,
    )
