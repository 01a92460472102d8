"""What is searched: the weighted terms and the sentence behind a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.naming import Naming
from assistant.numbering import names_in, numbers_in
from ingest.glossary import Entry
from ingest.stemming import stem
from ingest.terms import fold, is_stopword, joined_words, split_compound, words_of
from ingest.variants import in_british

PART_WEIGHT, GLOSSARY_WEIGHT, HISTORY_WEIGHT, NAMED_WEIGHT = 0.8, 0.7, 0.45, 0.25
"""The first is tuned on the training topics (n = 211) and on Kamervragen (n = 846)."""

SHORTEST_FORM, LONG_NAME = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question made searchable.

    Attributes:
        text: the sentence that is embedded.
        weights: search terms (stems) with their weight in (0, 1].
        words: the folded content words of the question itself, in order, without duplicates.
        subjects: the folded content words that an earlier question adds.
        expansions: per content word, the folded words that mean the same by the glossary.
        documents: ids of the documents that the question names; these are preferred.
        named: the words it names them with, which count little.
        names: content words written as names; these match only literally or by the glossary.
        in_field: whether the question holds a term of the glossary or names a document.
    """

    text: str
    weights: Mapping[str, float]
    words: tuple[str, ...]
    subjects: tuple[str, ...] = ()
    expansions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    in_field: bool = False
    names: frozenset[str] = frozenset()


def content_words(text: str) -> list[str]:
    """Return the folded words that carry a subject, in order, each once."""
    return list(dict.fromkeys(word for word in words_of(text) if not is_stopword(word)))


def both_stems(word: str) -> set[str]:
    """Return the Dutch and the English stem of a folded word."""
    return {stem(word, "nl"), stem(word, "en")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a glossary entry, ready to be looked for.

    Attributes:
        text: its folded words with spaces between them.
        words: its content words.
        others: the content words of each other form of the entry, in both languages.
        name: as the glossary writes it.
    """

    text: str
    words: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    name: str = ""


def glossary_forms(glossary: Iterable[Entry]) -> tuple[Form, ...]:
    """Return every form of every entry, the longest first."""
    forms: list[Form] = []
    for entry in glossary:
        names = [name for names in entry.forms.values() for name in names]
        contents = dict.fromkeys(tuple(content_words(name)) for name in names)
        for name in names:
            own = tuple(content_words(name))
            others = tuple(other for other in contents if other and other != own)
            text = " ".join(words_of(name))
            if len(text) >= SHORTEST_FORM:
                forms.append(Form(text=text, words=own, others=others, name=name))
    return tuple(sorted(forms, key=lambda form: (-len(form.text), form.text)))


def matching_forms(text: str, forms: Iterable[Form]) -> list[Form]:
    """Return the forms that occur in ``text``.

    Longer forms win: within "mental health in all policies" the entry for "mental health" does not
    count again. An American spelling is as good as the British one.
    """
    padded = f" {in_british(' '.join(words_of(text)))} "
    found: list[Form] = []
    for form in forms:
        spelled = f" {in_british(form.text)} "
        if spelled in padded:
            padded = padded.replace(spelled, "  ")
            found.append(form)
    return found


def build_query(
    text: str,
    vocabulary: frozenset[str],
    forms: Sequence[Form] = (),
    earlier: str = "",
    original: str = "",
    naming: Naming | None = None,
) -> Query:
    """Return the query for a question.

    Args:
        text: the question, spelling corrected.
        vocabulary: folded content words of the documents; compounds are split into these.
        forms: of the glossary; what they mean is searched in both languages.
        earlier: the question that this one follows up, or nothing.
        original: the question as typed; its words are searched too, in case a correction is wrong.
        naming: the documents that the question names.
    """
    matching = matching_forms(f"{earlier} {text}", forms)
    words = _abbreviated(content_words(text), text, matching, vocabulary)
    subjects = [word for word in content_words(earlier) if word not in words]
    weights: dict[str, float] = {}
    for group, factor in ((words, 1.0), (content_words(original), 1.0), (subjects, HISTORY_WEIGHT)):
        _weigh(weights, group, factor)
        parts = {part for word in group for part in split_compound(word, vocabulary)}
        _weigh(weights, parts, factor * PART_WEIGHT)
    asked = content_words(text)
    _weigh(weights, asked, HISTORY_WEIGHT * GLOSSARY_WEIGHT / max(1, len(asked)))
    _weigh(weights, joined_words(f"{text} {original}", vocabulary), 1.0)
    named = naming.words if naming else frozenset()
    for word in named:
        for term in both_stems(word):
            weights[term] = min(NAMED_WEIGHT, weights.get(term, NAMED_WEIGHT))
    for form in matching:
        _weigh_others(weights, form, 1.0 if set(form.words) & set(words) else HISTORY_WEIGHT)
    parts = {part for word in words for part in split_compound(word, vocabulary)}
    for form in (form for form in forms if form.text in parts):
        _weigh_others(weights, form, PART_WEIGHT)
    for word, number in numbers_in(text):
        others = {o[-1] for form in matching if form.text.endswith(word) for o in form.others}
        for term in (term for name in {word} | others for term in both_stems(name)):
            weights[f"{term} {number}"] = 1.0
    known = {word for form in matching for word in form.words}
    return Query(
        text=f"{earlier} {text}".strip(),
        weights=weights,
        words=tuple(words),
        subjects=tuple(subjects),
        expansions=_expansions(matching),
        documents=naming.documents if naming else frozenset(),
        named=named,
        in_field=bool(matching or (naming and naming.documents)),
        names=frozenset((names_in(original or text) & set(words)) - known),
    )


def _weigh(weights: dict[str, float], words: Iterable[str], weight: float) -> None:
    for term in (term for word in words for term in both_stems(word)):
        weights[term] = max(weight, weights.get(term, 0.0))


def _weigh_others(weights: dict[str, float], form: Form, factor: float) -> None:
    """Weigh what else a form is called; each other name counts once, however long it is."""
    for other in form.others:
        _weigh(weights, other, factor * GLOSSARY_WEIGHT / len(other))


def _expansions(matching: Iterable[Form]) -> dict[str, frozenset[str]]:
    """Return, per form of one word, the other forms of one word."""
    expansions: dict[str, frozenset[str]] = {}
    for form in matching:
        if len(form.words) == 1:
            single = frozenset(other[0] for other in form.others if len(other) == 1)
            word = form.words[0]
            expansions[word] = expansions.get(word, frozenset()) | single
    return expansions


def _abbreviated(
    words: list[str], text: str, matching: Iterable[Form], vocabulary: frozenset[str]
) -> list[str]:
    """Return the words with each long name replaced by its abbreviation, when texts use that."""
    spelled = f" {' '.join(words_of(text))} "
    for form in matching:
        short = next((o[0] for o in form.others if len(o) == 1 and o[0] in vocabulary), None)
        if short is None or len(form.text.split()) < LONG_NAME or f" {form.text} " not in spelled:
            continue
        rest = set(words_of(spelled.replace(f" {form.text} ", " ")))
        words = [word for word in words if word not in form.words or word in rest]
        words = words if short in words else [short, *words]
    return words


def folded_key(text: str) -> str:
    """Return the letters and digits of ``text``, folded, to compare wordings."""
    return "".join(character for character in fold(text) if character.isalnum())
