"""Find which words of a question a passage holds, the way the lexical search counts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.inflections import is_form_of_known
from assistant.query import both_stems, folded_key
from assistant.reasons import Match, Place, Way
from assistant.tracing import Origin, Trace
from assistant.written import Words, as_written, in_one_piece, written_words
from ingest.datatypes import Language, Passage
from ingest.terms import fold, numbered_names, terms_of, words_of
from ingest.variants import british

DERIVING = ("ing", "ings", "er", "ers", "ly", "lijk", "end", "ende")
"""Two words with one stem are not the same when only one of them ends like this: *meet*,
*meeting*."""


def match_passage(
    passage: Passage,
    text: str,
    traced: Trace,
    others: Sequence[tuple[Language, str]] = (),
) -> tuple[Match, ...]:
    """Return what of the question a passage holds.

    Each word of the question is looked for in the text, else in the headings above it, else in what
    says the same in the other language. What holds only a part of a term, such as *steps* of *first
    steps*, is left out unless nothing else was found.

    Args:
        passage: that was found.
        text: of the passage.
        traced: where the search terms come from.
        others: what says the same in the other language, with that language.
    """
    places: list[tuple[Place, Language, str]] = [
        ("text", passage.language, text),
        ("heading", passage.language, "\n".join(passage.section)),
        *(("other language", language, other) for language, other in others),
    ]
    found: list[Match] = []
    for place, language, held in places:
        known = {(match.asked, match.way) for match in found}
        elsewhere = {match.asked for match in found if match.whole}
        for match in _match(written_words(held), language, place, traced):
            is_known = match.asked in elsewhere if place == "other language" else False
            if (match.asked, match.way) not in known and not is_known:
                found.append(match)
    return _telling(found)


def _telling(found: Sequence[Match]) -> tuple[Match, ...]:
    """Return what is not a part of a term, nor of a name or word that was found as a whole."""
    whole = [match for match in found if match.whole]
    in_names = {word for match in whole for word in words_of(match.asked) if " " in match.asked}
    known = {match.asked for match in whole if match.way != "part"}
    alone = [
        match
        for match in whole
        if fold(match.asked) not in in_names and not (match.way == "part" and match.asked in known)
    ]
    return tuple(alone) or tuple(found)


def _match(words: Words, language: Language, place: Place, traced: Trace) -> Iterator[Match]:
    found: dict[Origin, dict[str, str]] = {}
    in_names: set[str] = set()
    for origin, name in _names_among(words, language, traced):
        found.setdefault(origin, {})[name] = as_written(name, words)
        in_names.update(name.split())
    for written, word in words:
        for origin in _origins_of(word, language, traced):
            if not (word in in_names and (origin.way == "glossary" or origin.asked in in_names)):
                found.setdefault(origin, {}).setdefault(word, written)
    for origin, forms in found.items():
        pieces = {name: forms[name] for name in forms if " " in name}
        shown = pieces if origin.way == "glossary" and pieces else forms
        yield Match(
            asked=as_written(origin.asked, traced.question),
            found=tuple(dict.fromkeys(shown.values())),
            way=origin.way,
            place=place,
            meaning=origin.meaning,
            whole=origin.way != "glossary" or _is_whole(origin.meaning or "", shown),
        )


def _is_whole(meaning: str, forms: Iterable[str]) -> bool:
    """Tell whether folded words, or one of them, are all of a term and not a part of it."""
    wanted = " ".join(words_of(meaning))
    return any(
        british(form) == british(wanted)
        or (" " not in wanted and _means_the_same(wanted, form))
        or (form[-1:].isdigit() and wanted.endswith(form))
        for form in forms
    )


def _means_the_same(one: str, other: str) -> bool:
    """Tell whether two words are forms of one, such as *debts* and *debt*."""
    singular = [word.removesuffix("en").removesuffix("s") for word in (one, other)]
    derived = {next((end for end in DERIVING if word.endswith(end)), "") for word in singular}
    return len(derived) == 1 and bool(both_stems(one) & both_stems(other))


def _names_among(words: Words, language: Language, traced: Trace) -> Iterator[tuple[Origin, str]]:
    """Yield the names of several words that the question holds and a text has in one piece."""
    for name in (*traced.names, *traced.part_names):
        literal: Way = "word" if traced.is_asked_now(name.text) else "earlier"
        origins = [Origin(asked=name.text, way=literal)]
        origins += [Origin(asked=name.text, way="glossary", meaning=form) for form in name.others]
        for origin in origins:
            form = " ".join(words_of(origin.meaning or name.text))
            if " " in form and in_one_piece(form, words) is not None:
                is_asked = _spelled(form) == _spelled(name.text)
                yield (origins[0] if is_asked else origin), form
    for word, number in numbered_names(" ".join(word for _, word in words)):
        for term in terms_of(f"{word} {number}", [language]):
            if " " in term and term in traced.origins:
                yield traced.origins[term], f"{word} {number}"


def _origins_of(word: str, language: Language, traced: Trace) -> Iterator[Origin]:
    """Yield what of the question a word of a passage counts for; the whole word goes first."""
    seen: set[str] = set()
    for term in terms_of(word, [language], traced.vocabulary):
        origin = traced.origins.get(term)
        if origin is None or origin.asked in seen:
            continue
        seen.add(origin.asked)
        if origin.way == "word" and term not in both_stems(word):
            yield replace(origin, way="part")
        elif origin.way == "glossary" and _is_form(word, origin.asked):
            yield Origin(asked=origin.asked, way="word")
        else:
            yield origin


def _spelled(text: str) -> str:
    """Return the letters of folded words, without what the British write otherwise or hyphens."""
    return folded_key(" ".join(map(british, text.split())))


def _is_form(word: str, asked: str) -> bool:
    """Tell whether a word is the one that was asked: *beginnen*, *MHiAP-aanpak* for *MHiAP*."""
    return asked in word.split("-") or is_form_of_known(word, {asked}.__contains__)
