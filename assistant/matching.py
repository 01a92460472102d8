"""Find which words of a question a passage holds, the way the lexical search counts them."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.query import both_stems
from assistant.reasons import Match, Place, Way
from assistant.tracing import Origin, Trace
from assistant.written import Words, as_written, in_one_piece, written_words
from ingest.datatypes import Language, Passage
from ingest.terms import numbered_names, terms_of, words_of


def match_passage(passage: Passage, text: str, traced: Trace) -> tuple[Match, ...]:
    """Return what of the question a passage holds, in its text or else in the headings above it.

    Args:
        passage: that was found.
        text: of the passage.
        traced: where the search terms come from.
    """
    inside = list(_match(written_words(text), passage.language, "text", traced))
    done = {(match.asked, match.way) for match in inside}
    above = _match(written_words("\n".join(passage.section)), passage.language, "heading", traced)
    return (*inside, *(match for match in above if (match.asked, match.way) not in done))


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
        wanted = " ".join(words_of(origin.meaning)) if origin.meaning else ""
        yield Match(
            asked=as_written(origin.asked, traced.question),
            found=tuple(dict.fromkeys(forms.values())),
            way=origin.way,
            place=place,
            meaning=origin.meaning,
            whole=" " not in wanted or wanted in forms,
        )


def _names_among(words: Words, language: Language, traced: Trace) -> Iterator[tuple[Origin, str]]:
    """Yield the names of several words that the question holds and a text has in one piece."""
    for name in (*traced.names, *traced.part_names):
        literal: Way = "word" if traced.is_asked_now(name.text) else "earlier"
        origins = [Origin(asked=name.text, way=literal)]
        origins += [Origin(asked=name.text, way="glossary", meaning=form) for form in name.others]
        for origin in origins:
            form = " ".join(words_of(origin.meaning or name.text))
            if " " in form and in_one_piece(form, words) is not None:
                yield origin, form
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
        part = origin.way == "word" and term not in both_stems(word)
        yield replace(origin, way="part") if part else origin
