"""Rules that refuse an answer whatever its probability: it would be about something else."""

from assistant.answer_types import asks_payer, tells_of_funding
from assistant.missing import unknown_names
from assistant.searching import Found
from ingest.terms import split_compound

OTHER_SUBJECT = 0.5
"""Weighted share of question words unknown to the documents from which it is another subject."""

NOTHING_KNOWN = 0.85
"""The same share from which a document is not known to say anything on the subject."""


def must_be_refused(one: Found, vocabulary: frozenset[str]) -> bool:
    """Tell whether what was found cannot be the answer to what was asked.

    Args:
        one: what was found, with the answer composed of it.
        vocabulary: the words of the documents.
    """
    return (
        is_other_subject(one, vocabulary)
        or _asks_the_unknown(one, vocabulary)
        or _is_about_a_stranger(one)
        or _leaves_out_the_payer(one)
    )


def is_other_subject(one: Found, vocabulary: frozenset[str]) -> bool:
    """Tell whether a question is about something the documents and the glossary know nothing of.

    Who asks about a compound asks about what its parts name as well.
    """
    return (
        not one.query.in_field
        and one.features["unknown_share"] >= OTHER_SUBJECT
        and not any(split_compound(word, vocabulary) for word in one.query.words)
    )


def _asks_the_unknown(one: Found, vocabulary: frozenset[str]) -> bool:
    """Tell whether a question asks what a document says on a subject that none of them knows."""
    parts = [split_compound(word, vocabulary) for word in one.query.words]
    return (
        one.analysis.kind == "what_says"
        and bool(one.query.named)
        and one.features["unknown_share"] >= NOTHING_KNOWN
        and not any(found and vocabulary.issuperset(found) for found in parts)
    )


def _is_about_a_stranger(one: Found) -> bool:
    """Tell whether a question is about a name that the documents do not know.

    Advice and explanations hold for a stranger too; what is missing is then named.
    """
    return one.analysis.kind not in {"how_to", "definition", "draft"} and bool(unknown_names(one))


def _leaves_out_the_payer(one: Found) -> bool:
    """Tell whether a question asks who pays and no sentence of the answer speaks of paying."""
    shown = (item.text for part in one.parts for item in part.shown)
    return asks_payer(one.asked) and not any(map(tells_of_funding, shown))
