import re
from dataclasses import replace

import pytest

from assistant.datatypes import Answer, Claim, Translation
from evals.measures.fidelity import language_of, score_fidelity
from evals.measures.measure import Outcome
from ingest.settings import PROJECT
from tests.evals.scripted import TOPIC, answer_citing, cite, refusal, topic

DUTCH = cite("plan-nl", "De acties zullen worden gemonitord met de partners.")
ENGLISH = cite("plan-en", "The actions will be monitored together with the partners.")

SENTENCES = {
    "aanpak-mentale-gezondheid-van-ons-allemaal.nl.txt": "nl",
    "symposium-mhiap-2025-11-07.nl.txt": "nl",
    "action-plan-good-mental-health-for-all.en.md": "en",
    "mentor-rivm.en.txt": "en",
}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De acties zullen worden gemonitord met de partners.", "nl"),
        ("The actions will be monitored together with the partners.", "en"),
        ("Mental Health in All Policies Target Tool", None),
        ("Anne Havermans, Nicoline Tamsma, Djoeke van Dale en Mirte Klomp.", None),
        ("It is called “de aanpak van ons allemaal, voor iedereen” by them and by us.", "en"),
        ("", None),
    ],
)
def test_only_plain_words_tell_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("file", SENTENCES)
def test_no_sentence_of_the_corpus_is_taken_for_the_other_language(file: str) -> None:
    text = (PROJECT / "corpus" / "documents" / file).read_text(encoding="utf-8")
    joined = re.sub(r"\n(?!\s*\n)", " ", text) if SENTENCES[file] == "nl" else text
    sentences = re.split(r"(?<=[.!?:;])\s+|\n+", joined)
    found = [(language_of(sentence), sentence) for sentence in sentences]

    assert [row for row in found if row[0] not in (None, SENTENCES[file])] == []
    assert sum(row[0] is not None for row in found) > len(found) / 2


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (answer_citing(DUTCH), 1.0),
        (answer_citing(DUTCH, replace(ENGLISH, marker=2)), 1.0),
        (answer_citing(replace(ENGLISH, language="nl")), 0.0),
        (answer_citing(DUTCH, language="en"), 0.0),
        (refusal("not_in_corpus"), 1.0),
        (refusal("not_in_corpus", text="This is not in the documents that I know."), 0.0),
        (refusal("unsupported_language", text="This is not in the documents."), None),
        (refusal("invalid", language="en"), None),
    ],
)
def test_every_claim_is_in_the_language_of_the_question_or_marked(
    answer: Answer, value: float | None
) -> None:
    assert score_fidelity(Outcome(topic=TOPIC, answer=answer)).value == value


def test_a_translation_into_the_wrong_language_is_not_excused_by_its_source() -> None:
    text = "The actions will be followed closely by everyone."
    translation = Translation(language="nl", text=text, by="us", reviewed=False)
    claim = Claim(text=text, markers=(1,), verdict="verbatim")
    answer = replace(
        answer_citing(replace(ENGLISH, translation=translation)), claims=(claim,), text=text
    )

    score = score_fidelity(Outcome(topic=TOPIC, answer=answer))

    assert (score.value, score.why) == (0.0, f"not in nl and not marked: {text}")


def test_a_wish_for_dutch_in_an_english_question_is_what_counts() -> None:
    wish = replace(topic(language="en"), answer_language="nl")

    assert score_fidelity(Outcome(topic=wish, answer=answer_citing(DUTCH))).value == 1.0
    in_english = answer_citing(ENGLISH, language="en")
    assert score_fidelity(Outcome(topic=wish, answer=in_english)).value == 0.0


def test_a_question_in_a_third_language_does_not_count() -> None:
    third = topic(language="de", status="unsupported_language")

    assert score_fidelity(Outcome(topic=third, answer=answer_citing(DUTCH))).value is None
