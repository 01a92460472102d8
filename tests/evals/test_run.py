from dataclasses import replace

from assistant.datatypes import Turn
from evals.run import answer_topics
from tests.evals.scripted import ScriptedAssistant, answer_citing, cite, refusal, topic

LINES = answer_citing(cite("plan-nl", "We werken met vijf actielijnen in deze aanpak."))


def test_answers_come_in_the_order_of_the_topics_with_their_ids() -> None:
    assistant = ScriptedAssistant({"een": LINES})

    run = answer_topics(assistant, [topic("b", question="twee"), topic("a", question="een")])

    assert [(a.id, a.status) for a in run.answers] == [("b", "not_in_corpus"), ("a", "answered")]


def test_an_earlier_turn_without_an_answer_is_asked_first() -> None:
    assistant = ScriptedAssistant({"een": LINES})
    follow_up = topic(question="en dan?", history=(Turn(question="een"),))

    answer_topics(assistant, [follow_up])

    assert assistant.asked == [
        ("een", ()),
        ("en dan?", (Turn(question="een", answer=LINES.text),)),
    ]


def test_each_earlier_turn_is_asked_after_those_before_it() -> None:
    assistant = ScriptedAssistant({"een": LINES, "twee": refusal("clarify", text="Wat bedoel je?")})
    history = (Turn(question="een"), Turn(question="twee"))

    answer_topics(assistant, [topic(question="drie", history=history)])

    first = Turn(question="een", answer=LINES.text)
    assert assistant.asked[1:] == [
        ("twee", (first,)),
        ("drie", (first, Turn(question="twee", answer="Wat bedoel je?"))),
    ]


def test_an_answer_that_is_given_is_not_asked_for() -> None:
    assistant = ScriptedAssistant({})
    history = (Turn(question="een", answer="Dit was het antwoord."),)

    answer_topics(assistant, [topic(question="twee", history=history)])

    assert assistant.asked == [("twee", history)]


def test_the_documents_of_a_topic_limit_the_question() -> None:
    assistant = ScriptedAssistant({})

    answer_topics(assistant, [replace(topic(), documents=("plan-nl",)), topic()])

    assert assistant.limits == [("plan-nl",), None]
