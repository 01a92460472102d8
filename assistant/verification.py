"""Check an answer against the canonical texts, trusting nothing that it says of itself.

The same check serves ``mhiap verify`` and the evaluation. A problem is a sentence for a person.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from assistant.datatypes import SCHEMA, Answer, Citation, Claim, Translation
from ingest.datatypes import sha256_of
from ingest.translations import Translations

OTHER_VERSION = "other version of the text"

_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def verify_answer(
    answer: Answer, texts: Mapping[str, str], translations: Translations | None = None
) -> list[str]:
    """Return what is wrong with ``answer``, nothing when every span, hash and marker holds.

    Args:
        answer: of any status.
        texts: canonical text by document id, as in ``corpus/text/``.
        translations: the rows of ``corpus/translations/``; translations are not compared without.
    """
    problems = list(_wrong_shape(answer))
    for citation in answer.citations:
        problems.extend(_wrong_citation(citation, texts))
        problems.extend(
            f"citation {citation.marker}: {reason}"
            for reason in _wrong_translation(
                citation.document_id, citation.quote, citation.translation, translations
            )
        )
    for related in answer.related:
        problems.extend(
            f"related passage: {reason}"
            for reason in _wrong_span(
                texts, related.document_id, related.start, related.end, related.quote
            )
        )
        problems.extend(
            f"related passage: {reason}"
            for reason in _wrong_translation(
                related.document_id, related.quote, related.translation, translations
            )
        )
    problems.extend(_wrong_markers(answer))
    by_marker = {citation.marker: citation for citation in answer.citations}
    for number, claim in enumerate(answer.claims, start=1):
        problems.extend(f"claim {number}: {reason}" for reason in _wrong_claim(claim, by_marker))
    problems.extend(_claims_not_shown(answer))
    return problems


def markers_in(text: str) -> tuple[int, ...]:
    r"""Return the markers ``[n]`` of a Markdown text, in order; ``\[1\]`` is not a marker."""
    return tuple(int(found) for found in _MARKER.findall(text))


def _wrong_shape(answer: Answer) -> Iterator[str]:
    if answer.schema != SCHEMA:
        yield f"the schema is {answer.schema}, not {SCHEMA}"
    if (answer.status == "support") != (answer.support is not None):
        yield "support has a kind if, and only if, the status is support"
    if (answer.status == "answered") != bool(answer.claims):
        yield f"the status is {answer.status} and there are {len(answer.claims)} claims"
    if answer.confidence is not None and not 0 <= answer.confidence <= 1:
        yield f"the confidence {answer.confidence} is not a probability"


def _wrong_citation(citation: Citation, texts: Mapping[str, str]) -> Iterator[str]:
    name = f"citation {citation.marker}"
    text = texts.get(citation.document_id)
    if citation.quote_sha256 != sha256_of(citation.quote):
        yield f"{name}: quote_sha256 is not the hash of the quote"
    if text is not None and citation.text_sha256 != sha256_of(text):
        yield f"{name}: {OTHER_VERSION} of {citation.document_id}"
    else:
        for reason in _wrong_span(
            texts, citation.document_id, citation.start, citation.end, citation.quote
        ):
            yield f"{name}: {reason}"
    if citation.translation is not None and citation.translation.language == citation.language:
        yield f"{name}: the translation is in the language of the quote"
    twin = citation.twin
    if twin is not None:
        if twin.quote_sha256 != sha256_of(twin.quote):
            yield f"{name}, twin: quote_sha256 is not the hash of the quote"
        for reason in _wrong_span(texts, twin.document_id, twin.start, twin.end, twin.quote):
            yield f"{name}, twin: {reason}"


def _wrong_translation(
    document_id: str,
    quote: str,
    translation: Translation | None,
    translations: Translations | None,
) -> Iterator[str]:
    if translation is None or translations is None:
        return
    row = translations.get((document_id, translation.language), {}).get(quote)
    if row is None:
        yield f"there is no translation of the quote into {translation.language}"
    elif row.target != translation.text:
        yield f"the translation is not that of the documents, “{row.target}”"
    elif (row.by, row.reviewed) != (translation.by, translation.reviewed):
        yield "it is not true who made the translation, or whether it was reviewed"


def _wrong_span(
    texts: Mapping[str, str], document_id: str, start: int, end: int, quote: str
) -> Iterator[str]:
    text = texts.get(document_id)
    if text is None:
        yield f"there is no document {document_id}"
    elif not 0 <= start < end <= len(text):
        yield f"the span {start}-{end} does not lie in {document_id}"
    elif text[start:end] != quote:
        yield f"{document_id} {start}-{end} holds “{text[start:end]}”, not the quote"


def _wrong_markers(answer: Answer) -> Iterator[str]:
    shown = set(markers_in(answer.text)) if answer.status == "answered" else set()
    cited = Counter(citation.marker for citation in answer.citations)
    claimed = {marker for claim in answer.claims for marker in claim.markers}
    for marker in sorted(shown | set(cited)):
        if cited[marker] != 1:
            yield f"marker {marker} has {cited[marker]} citations"
        if marker not in shown:
            yield f"citation {marker} is not used in the text"
        if marker not in claimed:
            yield f"marker {marker} belongs to no claim"


def _wrong_claim(claim: Claim, by_marker: Mapping[int, Citation]) -> Iterator[str]:
    if not claim.markers:
        yield "it cites nothing"
    for marker in claim.markers:
        if marker not in by_marker:
            yield f"its marker {marker} has no citation"
    if claim.verdict == "unsupported":
        yield "an unsupported claim is shown"
    cited = [by_marker[marker] for marker in claim.markers if marker in by_marker]
    sayings = {citation.quote for citation in cited}
    sayings |= {citation.translation.text for citation in cited if citation.translation}
    if claim.verdict == "verbatim" and claim.text not in sayings:
        yield f"“{claim.text}” is called verbatim and equals none of its quotes"


def _claims_not_shown(answer: Answer) -> Iterator[str]:
    shown = _plain(answer.text)
    position = 0
    for number, claim in enumerate(answer.claims, start=1):
        found = shown.find(_plain(claim.text), position)
        if found < 0:
            yield f"claim {number}: it is not shown in the text, or not in its place"
        else:
            position = found + len(_plain(claim.text))


def _plain(text: str) -> str:
    return "".join(_ESCAPED.sub("", _MARKER.sub("", text)).split())
