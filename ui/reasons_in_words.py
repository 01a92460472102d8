"""An explanation in words: how a question was read, and why a passage was found."""

from collections.abc import Iterable, Sequence
from textwrap import shorten

from assistant.reasons import Adjustment, Considered, Explanation, Match, Reading, SearchTerm
from ui.labels import translation_label
from ui.texts import Texts

BEST_SHOWN = 8
MOST_WORDS, MOST_OTHERS, LONGEST_QUOTE = 4, 4, 220
NEAR_SHARE, NEAR_AT_LEAST = 0.1, 3
"""A passage among the first tenth counts as close in meaning; the first three always do."""


def shown_of(reading: Reading) -> tuple[Considered, ...]:
    """Return the best eight passages, and of the others those that are cited; best first."""
    return tuple(one for one in reading.considered if one.rank <= BEST_SHOWN or one.markers)


def question_in_words(explanation: Explanation, texts: Texts) -> list[tuple[str, str]]:
    """Return how a question as a whole was read, as labels with what they say."""
    corrections = (
        f"“{one.typed}” → {f'“{one.read}”' if one.read else texts.read_left_out}"
        for one in explanation.corrections
    )
    rows = [
        (texts.read_language, texts.languages[explanation.language]),
        (texts.read_as, ", ".join(corrections)),
        (texts.read_after, f"“{explanation.earlier}”" if explanation.earlier else ""),
    ]
    return [(label, value) for label, value in rows if value]


def reading_in_words(reading: Reading, texts: Texts) -> list[tuple[str, str]]:
    """Return how one part of a question was read and searched, as labels with what they say."""
    rows = [
        (texts.read_kind, texts.asked_kinds[reading.kind]),
        (texts.read_named, ", ".join(reading.named)),
        (texts.read_terms, "; ".join(_term(term, texts) for term in reading.terms)),
        (texts.read_unknown, ", ".join(f"“{t.term}”" for t in reading.terms if not t.known)),
        (texts.read_searched, texts.read_passages.format(count=reading.searched)),
    ]
    return [(label, value) for label, value in rows if value]


def place_in_words(one: Considered, texts: Texts) -> str:
    """Return where in its document a passage stands; empty when that is not known."""
    page = texts.page.format(page=one.page) if one.page else None
    return " · ".join(part for part in (one.section, page) if part)


def quote_in_words(one: Considered, texts: Texts) -> str:
    """Return the nearest sentence of a passage, shortened; a translation says that it is one."""
    if one.translation is None:
        return f"“{_shortened(one.quote)}”"
    label = translation_label(one.reviewed, texts)
    return f"“{_shortened(one.translation)}” ({label})"


def ranks_in_words(one: Considered, searched: int, texts: Texts) -> str:
    """Return the place of a passage in each of the three rankings, one line.

    Args:
        one: the passage.
        searched: how many passages were searched.
        texts: of the interface.
    """
    ranks = {reason.retriever: reason.rank for reason in one.reasons}
    said = (
        (texts.rank_by_words, ranks.get("lexical")),
        (texts.rank_of_sentence, ranks.get("sentence")),
        (texts.rank_of_passage, ranks.get("dense")),
    )
    listed = ", ".join(text.format(rank=rank) for text, rank in said if rank is not None)
    return texts.found_ranks.format(searched=searched, ranks=listed)


def reasons_in_words(one: Considered, searched: int, texts: Texts) -> list[str]:
    """Return why a passage was found, a clause each, after "found because".

    What it is named by comes first, then its words, then its meaning, then what counts against it.
    """
    inside = [match for match in one.matches if match.place == "text"]
    above = [match for match in one.matches if match.place == "heading" and match.whole]
    beside = [match for match in one.matches if match.place == "other language" and match.whole]
    whole = [match for match in inside if match.whole]
    known = {match.asked for match in whole}
    loose = [match for match in one.matches if not match.whole]
    language = texts.in_language["en" if one.language == "nl" else "nl"]
    groups = (
        (texts.found_words, _words(match for match in whole if match.way == "word")),
        (texts.found_earlier, _words(match for match in whole if match.way == "earlier")),
        (texts.found_glossary, _equal(match for match in whole if match.way == "glossary")),
        (texts.found_parts, _equal((m for m in whole if m.way == "part"), sign="–")),
        (texts.found_heading, _words(match for match in above if match.asked not in known)),
        (texts.found_other_language, _words(match for match in beside if match.asked not in known)),
    )
    clauses = [
        text.format(words=_listed(words, MOST_WORDS), language=language)
        for text, words in groups
        if words
    ]
    for_it = [adjustment for adjustment in one.adjustments if adjustment.added > 0]
    against = [adjustment for adjustment in one.adjustments if adjustment.added < 0]
    found = [*_adjusted(for_it, texts), *clauses, *_meaning(one, searched, texts)]
    parts = texts.found_loose.format(words=_listed(_loose(loose), MOST_WORDS))
    least = parts if loose else texts.found_little
    return [*(found or [least]), *_adjusted(against, texts)]


def _meaning(one: Considered, searched: int, texts: Texts) -> Iterable[str]:
    near = {
        reason.retriever
        for reason in one.reasons
        if reason.rank <= max(NEAR_AT_LEAST, NEAR_SHARE * searched)
    }
    if {"sentence", "dense"} <= near:
        yield texts.found_meaning
    elif "sentence" in near:
        yield texts.found_meaning_of_sentence
    elif "dense" in near:
        yield texts.found_meaning_of_passage


def _adjusted(adjustments: Sequence[Adjustment], texts: Texts) -> Iterable[str]:
    special = {
        "named document": texts.found_named_document,
        "named heading": texts.found_named_heading,
        "same question": texts.found_same_question,
    }
    for one in adjustments:
        sign = texts.found_counts_more if one.added > 0 else texts.found_counts_less
        yield special.get(one.prior, sign).format(name=texts.names.get(one.name, one.name))


def _words(matches: Iterable[Match]) -> list[str]:
    """Return the words asked, each with the words found when those are written differently."""
    said: dict[str, None] = {}
    for match in matches:
        same = match.asked.casefold() in {word.casefold() for word in match.found}
        found = "" if same else f" ({_listed([f'“{w}”' for w in match.found], MOST_OTHERS)})"
        said[f"“{match.asked}”{found}"] = None
    return list(said)


def _equal(matches: Iterable[Match], sign: str = "=") -> list[str]:
    """Return the words asked with the words found that stand for them."""
    found: dict[str, dict[str, None]] = {}
    for match in matches:
        found.setdefault(match.asked, {}).update(dict.fromkeys(match.found))
    return [f"{asked} {sign} {_listed(list(words), MOST_OTHERS)}" for asked, words in found.items()]


def _loose(matches: Iterable[Match]) -> list[str]:
    """Return the words found with the term that they are a part of."""
    said = (f"“{match.found[0]}” ({match.meaning})" for match in matches)
    return list(dict.fromkeys(said))


def _term(term: SearchTerm, texts: Texts) -> str:
    if not term.others:
        return term.term
    return f"{term.term} ({texts.read_also.format(words=_listed(term.others, MOST_OTHERS))})"


def _shortened(quote: str) -> str:
    return shorten(quote, LONGEST_QUOTE, placeholder=" …")


def _listed(words: Sequence[str], most: int) -> str:
    return ", ".join(words[:most]) + (" …" if len(words) > most else "")
