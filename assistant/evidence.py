"""Score the sentences of the retrieved passages: what could be said in answer to a question."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from assistant.advice import advises
from assistant.answer_types import expects_type, holds_type
from assistant.coverage import Coverage, covered
from assistant.datatypes import Hit
from assistant.kinds import Kind, analyse
from assistant.query import Query
from assistant.retrieval import sentence_cosines
from assistant.search_space import SearchSpace, Vector, counterpart_texts
from assistant.standing import is_question
from ingest.datatypes import Language, Passage, Sentence
from ingest.terms import is_stopword

MEANING, WORDS, PASSAGE, HEADING = 1.0, 0.9, 0.9, 0.25
"""Weights of the parts of a sentence's score; tuned on the training topics."""

TYPE_BONUS, LEAD_PENALTY, HEADING_PENALTY, SHORT_PENALTY = 0.3, 0.25, 0.45, 0.15
OTHER_LANGUAGE_PENALTY = 0.2
QUESTION_PENALTY = 0.3
ASIDE_PENALTY = 0.6
ANSWERS, SAME_QUESTION = 0.9, 0.9
"""A text that poses the reader's question answers it in the sentences after that."""

SHORTEST_WORDS = 5

_ADDRESS_ONLY = re.compile(r"^https?://\S+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence that may be shown.

    Attributes:
        place: index into ``hit.passage.sentences``.
        others: the sentences that say the same in the other language; they count as much as the
            text for what the sentence is good for, so that both languages get the same answer.
        row: index into the sentence vectors.
        score: comparable between the sentences of one question; higher is better.
        cosine: of question and sentence, in [-1, 1].
        coverage: weighted share of the question words in the sentence and its headings, in [0, 1].
        answers: whether it stands behind the reader's own question, posed in the text.
    """

    hit: Hit
    place: int
    row: int
    text: str
    others: tuple[str, ...]
    language: Language
    score: float
    cosine: float
    coverage: float
    answers: bool

    @property
    def passage(self) -> Passage:
        """Return the passage of the sentence."""
        return self.hit.passage

    @property
    def sentence(self) -> Sentence:
        """Return the sentence."""
        return self.passage.sentences[self.place]

    @property
    def key(self) -> tuple[str, int]:
        """Return what identifies the sentence: document and start."""
        return self.passage.document_id, self.sentence.start

    @property
    def advice(self) -> float:
        """Return how much the sentence reads as advice in the languages it is in, on average."""
        texts = (self.text, *self.others)
        return sum(map(advises, texts)) / len(texts)

    def holds(self, kind: Kind) -> bool:
        """Tell whether the sentence holds what a question of this kind asks for."""
        return any(holds_type(kind, text) for text in (self.text, *self.others))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """The scored sentences of a question, best first, with what the scores were made from."""

    evidence: tuple[Evidence, ...]
    hits: tuple[Hit, ...]
    vector: Vector
    weights: Mapping[str, float]
    matches: Mapping[str, Mapping[str, float]]
    coverage: Coverage
    reader: Language
    named: frozenset[str]
    named_words: frozenset[str]

    def covers(self, text: str) -> float:
        """Return the weighted share, in [0, 1], of the question words that a text holds."""
        return covered(self.coverage.present(text), self.weights, self.matches)


def weigh_evidence(
    space: SearchSpace,
    coverage: Coverage,
    query: Query,
    hits: Sequence[Hit],
    vector: Vector,
    kind: Kind,
    reader: Language,
) -> Pool:
    """Return the sentences of the hits, scored for a question of this kind, best first."""
    weights, matches = coverage.weigh(query), coverage.matches(query)
    numbers = {passage.passage_id: n for n, passage in enumerate(space.index.passages)}
    scores = [hit.score for hit in hits]
    best, worst = (max(scores), min(scores)) if scores else (0.0, 0.0)
    spread = (best - worst) or 1.0
    all_cosines = sentence_cosines(space, vector)
    found: list[Evidence] = []
    for hit in hits:
        passage = hit.passage
        text = space.index.documents[passage.document_id].text
        first = int(space.first_sentences[numbers[passage.passage_id]])
        cosines = all_cosines[first : first + len(passage.sentences)]
        headings = coverage.present(" ".join(passage.section))
        heading_share = covered(headings, weights, matches)
        poses = False
        for place, sentence in enumerate(passage.sentences):
            words = sentence.of(text)
            others = tuple(counterpart_texts(space, first + place))
            present = coverage.present(words)
            share = covered(present, weights, matches)
            wide = covered(present | headings, weights, matches)
            asks = is_question(words)
            answers = poses and not asks
            score = (
                MEANING * float(cosines[place])
                + WORDS * (0.75 * share + 0.25 * wide)
                + PASSAGE * (hit.score - worst) / spread
                + HEADING * heading_share * (sentence.role != "heading")
                + ANSWERS * answers
                - _penalty(sentence, words, passage, reader)
            )
            same = asks and share >= SAME_QUESTION and _is_asked(present, matches)
            poses = poses or (same and (kind != "definition" or analyse(words).kind == kind))
            if expects_type(kind) and any(holds_type(kind, t) for t in (words, *others)):
                score += TYPE_BONUS
            found.append(
                Evidence(
                    hit=hit,
                    place=place,
                    row=first + place,
                    text=words,
                    others=others,
                    language=passage.language,
                    score=score,
                    cosine=float(cosines[place]),
                    coverage=wide,
                    answers=answers,
                )
            )
    found.sort(key=lambda item: (-item.score, item.key))
    return Pool(
        evidence=tuple(found),
        hits=tuple(hits),
        vector=vector,
        weights=weights,
        matches=matches,
        coverage=coverage,
        reader=reader,
        named=query.documents,
        named_words=query.named,
    )


def _penalty(sentence: Sentence, text: str, passage: Passage, reader: Language) -> float:
    penalty = {"heading": HEADING_PENALTY, "lead": LEAD_PENALTY}.get(sentence.role, 0.0)
    if len(text.split()) < SHORTEST_WORDS and sentence.role != "item":
        penalty += SHORT_PENALTY
    if passage.kind in {"footnote", "title"} or _ADDRESS_ONLY.match(text):
        penalty += ASIDE_PENALTY
    if is_question(text):
        penalty += QUESTION_PENALTY
    if passage.language != reader:
        penalty += OTHER_LANGUAGE_PENALTY
    return penalty


def _is_asked(present: Set[str], matches: Mapping[str, Mapping[str, float]]) -> bool:
    """Tell whether the reader asks at least a third of what a question in the text asks."""
    content = [word for word in present if not is_stopword(word)]
    asked = {candidate for near in matches.values() for candidate in near}
    return 3 * sum(word in asked for word in content) >= len(content) > 0
