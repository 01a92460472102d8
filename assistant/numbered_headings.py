"""Read the headings of numbered parts, such as "Stap 2: verkennen", and what these are called."""

import re
from collections.abc import Iterator, Sequence

from assistant.kinds import NUMBER_WORDS
from assistant.mentions import Name, name_of
from assistant.numbering import cardinal
from assistant.query import Form
from assistant.translating import Translations, translated
from ingest.terms import fold, is_stopword, split_compound, words_of

MOST_NAME_WORDS = 3

_NUMBER = rf"\d{{1,2}}|{'|'.join(NUMBER_WORDS)}"
_WORDS = rf"[^\W\d_]+(?: [^\W\d_]+){{0,{MOST_NAME_WORDS - 1}}}"
_NAMED = re.compile(
    rf"(?P<name>{_WORDS}) (?P<number>(?i:{_NUMBER}))(?P<title>\s*[.:–—|-].*|\s+[A-ZÀ-Þ].*)?"
)
_COUNTED = re.compile(rf"(?:.*\s)?(?i:{_NUMBER}) (?P<name>{_WORDS})")
_LISTED = re.compile(r"(?P<number>\d{1,2})[.)]\s+\S.*")


def read_heading(heading: str, above: str) -> tuple[str, int] | None:
    """Return what a heading calls its part, folded, and its number.

    "Stap 2: verkennen" does so, and "2. Verkennen" under the heading "De drie stappen".
    """
    named, listed, counted = _NAMED.fullmatch(heading), _LISTED.fullmatch(heading), None
    if named:
        words = words_of(named["name"])
        number = cardinal(fold(named["number"]))
        return (" ".join(words), number) if number and not is_stopword(words[-1]) else None
    if listed:
        counted = _COUNTED.fullmatch(above)
    return (fold(counted["name"]), int(listed["number"])) if listed and counted else None


def is_number_only(heading: str) -> bool:
    """Tell whether a heading gives a part its number and no title: "Actielijn 3"."""
    named = _NAMED.fullmatch(heading)
    return named is not None and not named["title"]


def names_of_parts(
    called: str, forms: Sequence[Form], translations: Translations, vocabulary: frozenset[str]
) -> Iterator[Name]:
    """Yield what parts are called, and the ends of compounds that may stand for it."""
    whole = name_of(called)
    own = [form for form in forms if name_of(form.text).stems == whole.stems]
    texts = {called, *(form.text for form in own)}
    texts |= {o.text for form in own for o in forms if form.words in o.others}
    texts |= {other for others in translated([called], translations).values() for other in others}
    yield from map(name_of, sorted(texts))
    ends = {text.split()[-1] for text in texts if len(text.split()) == 2}
    single = (text for text in texts if text.isalpha())
    ends |= {parts[-1] for text in single if (parts := split_compound(text, vocabulary))}
    yield from (name_of(end, partial=True) for end in sorted(ends - texts))
