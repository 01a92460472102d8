from tests.ui.fake_assistant import FakeAssistant
from ui.conversation import (
    EXCHANGES_KEPT,
    Conversation,
    Exchange,
    closed,
    history_of,
    with_answer,
    with_question,
)

ASSISTANT = FakeAssistant()


def asked(*questions: str) -> Conversation:
    conversation: Conversation = ()
    for question in questions:
        conversation = with_answer(with_question(conversation, question), ASSISTANT.ask(question))
    return conversation


def test_history_is_the_last_five_answered_questions_oldest_first() -> None:
    questions = [f"Hoe begin ik met MHiAP in stap {number}?" for number in range(7)]

    history = history_of(asked(*questions))

    assert [turn.question for turn in history] == questions[2:]
    assert all(turn.answer for turn in history)


def test_history_leaves_out_what_was_not_answered_from_the_documents() -> None:
    conversation = asked("Ik denk aan zelfdoding", "Wat kost een fiets in Parijs?")

    assert history_of(conversation) == ()


def test_a_new_question_closes_one_that_is_still_open() -> None:
    conversation = with_question(with_question((), "een"), "twee")

    assert [exchange.state for exchange in conversation] == ["stopped", "asked"]


def test_only_an_open_question_can_be_closed() -> None:
    answered = asked("Hoe begin ik met MHiAP?")

    assert closed(answered, "failed") == answered
    assert closed((), "failed") == ()
    assert closed((Exchange(question="een"),), "failed")[-1].state == "failed"


def test_a_conversation_does_not_grow_without_end() -> None:
    conversation: Conversation = ()
    for number in range(EXCHANGES_KEPT + 3):
        conversation = with_question(conversation, str(number))

    assert len(conversation) == EXCHANGES_KEPT
    assert conversation[-1].question == str(EXCHANGES_KEPT + 2)
