"""A small glossary and vocabulary, and queries over them traced, for tests of explanations."""

from collections.abc import Collection

from assistant.query import build_query, glossary_forms
from assistant.tracing import Trace, trace
from ingest.glossary import Entry

FORMS = glossary_forms(
    (
        Entry(
            forms={
                "nl": ("mentale gezondheid in alle beleidsdomeinen", "MHiAP", "M-HiAP"),
                "en": ("mental health in all policies", "MHiAP"),
            },
            definitions={},
            in_corpus=True,
        ),
        Entry(forms={"nl": ("Den Haag",), "en": ("The Hague",)}, definitions={}, in_corpus=True),
        Entry(forms={"nl": ("schulden",), "en": ("debts",)}, definitions={}, in_corpus=True),
        Entry(forms={"nl": ("symposium",), "en": ("meeting",)}, definitions={}, in_corpus=True),
        Entry(
            forms={"nl": ("begin", "beginnen"), "en": ("start",)}, definitions={}, in_corpus=True
        ),
        Entry(
            forms={"nl": ("arbeidsmarkt",), "en": ("labour market",)},
            definitions={},
            in_corpus=True,
        ),
    )
)
VOCABULARY = frozenset({"mhiap", "studenten", "welzijn", "wonen", "werk", "gemeente", "burnout"})


def traced(
    typed: str, *, read: str = "", earlier: str = "", vocabulary: Collection[str] = ()
) -> Trace:
    read = read or typed
    words = VOCABULARY.union(vocabulary)
    query = build_query(read, words, FORMS, earlier=earlier, original=typed)
    return trace(query, typed, read, FORMS, words, {})
