"""Read what a question asks of numbered parts: what they are, their aims, or something in them."""

from collections.abc import Collection
from dataclasses import dataclass

from assistant.answer_types import expects_type
from assistant.aspects import Aspect, asked_aspects
from assistant.edition_sections import Parts
from assistant.kinds import Analysis
from assistant.mentions import name_of
from assistant.naming import Naming
from assistant.numbered_parts import NumberedParts, Wanted
from assistant.query import both_stems, content_words
from ingest.terms import words_of

ABOUT = frozenset(
    """inhoud omvat omvatten houdt houd houden gaat gaan ging samenvatten samenvatting samengevat
    overzicht inleiding samen vat beschrijf beschrijven beschrijving betekent betekenis bedoeld leg
    onderwerp verschil verschillen vergelijk vergelijken vergelijking
    entail entails cover covers covered contain contains include includes involve involves
    summary summarise summarize overview introduction describe description topic subject
    difference differences differ compare comparison""".split()
)
"""Content words of a question about a part as a whole."""

_SUBJECT = frozenset({"over", "about"})
"""Who asks where something was about asks for no place."""


_COUNTING = frozenset("aantal bevat number telt total totaal".split()) | ABOUT
"""Content words of a question that asks how many parts there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartQuestion:
    """What a question asks of numbered parts.

    Attributes:
        wanted: the parts; without numbers when it asks how many there are.
        whole: whether it asks about them as a whole.
        aspects: what it asks of them, if nothing besides.
        carried: whether only an earlier question names them.
        own_words: whether it has a subject besides the parts.
        named: the documents that it names, of those that have such parts; all these without any.
    """

    wanted: Wanted
    whole: bool
    aspects: frozenset[Aspect]
    carried: bool
    own_words: bool
    named: frozenset[str]

    def sections(self, documents: Collection[str]) -> Parts:
        """Return the passages of these documents under each part that the question is about."""
        return self.wanted.passages(self.named.intersection(documents))


def read_part_question(
    subject: str,
    around: tuple[str, ...],
    analysis: Analysis,
    numbered: NumberedParts,
    naming: Naming,
) -> PartQuestion | None:
    """Return what a question asks of numbered parts, or ``None`` when it is about none.

    Args:
        subject: the question.
        around: other texts that may name the parts, the nearest first.
        analysis: of the question.
        numbered: the parts of the documents.
        naming: the documents that the question itself names.
    """
    own = numbered.wanted(subject)
    wanted = own or next(filter(None, map(numbered.wanted, around)), None)
    wanted = _counted(subject, analysis, numbered, naming) or wanted
    if wanted is None:
        return None
    having = naming.documents.intersection(wanted.series.parts)
    elsewhere = bool(naming.documents) and not having
    if wanted.numbers and own is None and (elsewhere or numbered.named_in(subject)):
        return None
    rest = numbered.without_mentions(subject)
    before = numbered.without_mentions(around[0]) if around and own is None else ""
    return PartQuestion(
        wanted=wanted,
        whole=not elsewhere and _asks_whole(f"{rest} {before}", naming, analysis),
        aspects=asked_aspects(rest, analysis.kind),
        carried=own is None,
        own_words=bool(content_words(rest)),
        named=having or frozenset(wanted.series.parts),
    )


def _counted(
    subject: str, analysis: Analysis, numbered: NumberedParts, naming: Naming
) -> Wanted | None:
    """Return the series, without numbers, of which a question asks how many there are."""
    named = numbered.named_in(subject) if analysis.kind == "how_many" else None
    if named is None or numbered.wanted(subject):
        return None
    series, name = named
    stems = frozenset().union(*name_of(name).stems)
    left = (word for word in content_words(subject) if not both_stems(word) & stems)
    asks = all(word in naming.words or word in _COUNTING for word in left)
    return Wanted(series=series, numbers=()) if asks else None


def _asks_whole(rest: str, naming: Naming, analysis: Analysis) -> bool:
    """Tell whether what a question says besides the parts asks for these as a whole."""
    if expects_type(analysis.kind) and not _SUBJECT.intersection(words_of(rest)):
        return False
    return all(word in ABOUT or word in naming.words for word in content_words(rest))
