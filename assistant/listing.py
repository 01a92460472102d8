"""List what a query searched for, in the words of the question."""

from collections.abc import Container, Sequence

from assistant.inflections import is_form_of_known
from assistant.numbering import CARDINALS, ORDINALS
from assistant.query import Query, both_stems, content_words, folded_key
from assistant.reasons import SearchTerm
from assistant.tracing import Trace
from assistant.written import as_written
from ingest.terms import fold, is_stopword, split_compound
from ingest.variants import british


def list_terms(traced: Trace, known: Container[str]) -> tuple[SearchTerm, ...]:
    """Return the names and words that were searched: the question's own, then the earlier ones.

    Args:
        traced: where the search terms of the query come from.
        known: the stems that the documents hold.
    """
    names = {name.text: name.others for name in traced.names}
    order = list(dict.fromkeys(folded for _, folded in traced.question))
    spelled = {
        origin.asked
        for term, origin in traced.origins.items()
        if origin.way == "word" and " " in origin.asked and term in known
    }
    meant = {
        origin.asked
        for term, origin in traced.origins.items()
        if origin.way == "glossary" and term in known
    }
    alone = [text for text in sorted(spelled) if not any(text in name for name in names)]
    others = {text: () for text in alone} | names
    listed = {british(word) for text in others for word in text.split()}
    for word in order:
        is_listed = {british(word), CARDINALS.get(word), ORDINALS.get(word)} & listed
        if not is_listed and not is_stopword(word):
            others[word] = tuple(split_compound(word, traced.vocabulary))
    terms = [
        SearchTerm(
            term=as_written(text, traced.question),
            others=_new_first(text, also),
            weight=round(weight, 4),
            known=text in spelled
            or text in meant
            or any(_is_known(form, known) for form in (text, *names.get(text, ()))),
            earlier=not traced.is_asked_now(text),
        )
        for text, also in sorted(others.items(), key=lambda item: _place(item[0], order))
        if (weight := _weight(text, traced.query))
    ]
    return tuple(sorted(terms, key=lambda term: term.earlier))


def _place(text: str, order: Sequence[str]) -> int:
    spelled = [british(word) for word in order]
    wanted = map(british, text.split())
    return min((spelled.index(word) for word in wanted if word in spelled), default=len(order))


def _new_first(text: str, others: Sequence[str]) -> tuple[str, ...]:
    """Return the forms that bring at least as many new words as known ones, then the rest.

    What is only another form of the word that was asked, *beginnen* beside *begin*, is left out.
    """
    others = [other for other in others if not is_form_of_known(fold(other), {text}.__contains__)]
    seen = {term for word in content_words(text) for term in both_stems(word)}
    spelled = {_key(text)}
    new: list[str] = []
    for other in others:
        words = content_words(other)
        fresh = [word for word in words if not both_stems(word) & seen]
        if 2 * len(fresh) >= len(words) and _key(other) not in spelled:
            new.append(other)
            spelled.add(_key(other))
            seen.update(term for word in words for term in both_stems(word))
    return (*new, *(other for other in others if other not in new and _key(other) != _key(text)))


def _key(text: str) -> str:
    return folded_key(" ".join(british(fold(word)) for word in text.split()))


def _is_known(text: str, known: Container[str]) -> bool:
    words = content_words(text)
    return all(any(term in known for term in both_stems(word)) for word in words)


def _weight(text: str, query: Query) -> float:
    stems = (term for word in text.split() for term in both_stems(word))
    return max((query.weights.get(term, 0.0) for term in stems), default=0.0)
