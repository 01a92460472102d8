"""Is every sentence in the language of the question, or marked as being in the other one?

A claim is marked by the language of its citation. Language identification is done on what is left
of a claim without quotations, addresses and capitalised words, which are often names; fewer than
four words, or a probability below 0.9, say nothing. On the corpus's own sentences this rule calls
none Dutch that is English or the reverse (``tests/evals/test_fidelity.py``).
"""

import re

from assistant.datatypes import Answer, Claim
from evals.measures.measure import NOT_APPLICABLE, Measure, Outcome, Score, judge
from ingest.datatypes import Language
from ingest.language import detect_with_confidence

FEWEST_WORDS = 4
LEAST_PROBABILITY = 0.9

_SET_APART = re.compile(r"https?://\S+|\S+@\S+|“[^”]*”|‘[^’]*’|\"[^\"]*\"|\*[^*]*\*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def language_of(text: str) -> Language | None:
    """Return the language that ``text`` is clearly in, ``None`` when it does not show."""
    words = [word for word in _WORD.findall(_SET_APART.sub(" ", text)) if word[0].islower()]
    if len(words) < FEWEST_WORDS:
        return None
    language, probability = detect_with_confidence(" ".join(words))
    return language if probability >= LEAST_PROBABILITY else None


def score_fidelity(outcome: Outcome) -> Score:
    """Return 1 when the answer, and each claim that is not marked, has the expected language.

    It does not apply to questions in a language that is not answered, nor to an answer that says
    so (it is in both languages) or that found nothing to read.
    """
    expected, answer = outcome.topic.expected_language, outcome.answer
    if expected is None or answer.status in ("unsupported_language", "invalid"):
        return NOT_APPLICABLE
    if answer.language != expected:
        return judge(False, f"the answer is in {answer.language} instead of {expected}")
    if answer.status == "answered":
        unmarked = [c.text for c in answer.claims if not _faithful(c, answer, expected)]
    else:
        unmarked = [answer.text] if language_of(answer.text) not in (None, expected) else []
    return judge(not unmarked, f"not in {expected} and not marked: " + " / ".join(unmarked))


def _faithful(claim: Claim, answer: Answer, expected: Language) -> bool:
    found = language_of(claim.text)
    if found is None or found == expected:
        return True
    cited = [citation for citation in answer.citations if citation.marker in claim.markers]
    translated = any(c.translation and c.translation.text == claim.text for c in cited)
    return not translated and any(citation.language == found for citation in cited)


FIDELITY = Measure(
    name="fidelity",
    meaning="in the question's language, or marked",
    score=score_fidelity,
    gate=True,
)
