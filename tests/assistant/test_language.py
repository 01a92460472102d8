import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language import is_unsupported, read_language, vote_language
from ingest.datatypes import Language

KNOWN = {"mhiap", "gezondheid", "gemeente", "symposium"}


def is_known(word: str) -> bool:
    return word in KNOWN


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hoe begin ik met MHiAP?", "nl"),
        ("wat is mhiap", "nl"),
        ("Welke gemeenten doen mee?", "nl"),
        ("Wat doet The Hague voor studenten?", "nl"),
        ("Wat is de Mental Health in All Policies Target Tool?", "nl"),
        ("En daarna?", "nl"),
        ("How do I start with MHiAP?", "en"),
        ("what is mhiap", "en"),
        ("Which municipalities take part?", "en"),
        ("What does Den Haag do for students?", "en"),
        ("What is the role of Ministerie van VWS?", "en"),
        ("waht is teh plan", "en"),
        ("green spaces and housing", "en"),
        ("wachttijden en wonen", "nl"),
        ("", "nl"),
        ("12345", "nl"),
        ("MHiAP", "nl"),
        ("GALA", "nl"),
        ("stress", "nl"),
        ("loneliness", "en"),
        ("green neighbourhoods", "en"),
        ("action lines", "en"),
        ("student wellbeing", "en"),
        ("policy", "en"),
        ("lonliness", "en"),
        ("role GGD", "en"),
        ("GGD rol", "nl"),
        ("school", "nl"),
        ("win-win", "nl"),
        ("draagvlak creeren", "nl"),
        ("evaluatiie", "nl"),
        ("Ingibjorg", "nl"),
        ("WHO", "nl"),
        ("WHAT IS MHIAP", "en"),
    ],
)
def test_the_language_of_a_question_is_heard(question: str, language: Language) -> None:
    assert vote_language(question) == language


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Please answer in Dutch: what is MHiAP?", "nl", "what is MHiAP?"),
        ("What is MHiAP? Answer in Dutch please.", "nl", "What is MHiAP?"),
        ("What is MHiAP? In Dutch please", "nl", "What is MHiAP?"),
        ("Wat is MHiAP? Antwoord graag in het Engels", "en", "Wat is MHiAP?"),
        ("wat is MHiAP, antwoord in het engels aub", "en", "wat is MHiAP"),
        ("Wat is MHiAP? Graag in het Engels.", "en", "Wat is MHiAP?"),
        ("Reply in English: wat is MHiAP?", "en", "wat is MHiAP?"),
        ("Wat is MHiAP? (graag in het Engels)", "en", "Wat is MHiAP?"),
        ("Please explain in Dutch what MHiAP is", "nl", "what MHiAP is"),
    ],
)
def test_a_wish_about_language_is_followed_and_not_searched(
    question: str, language: Language, text: str
) -> None:
    asked = read_language(question, None, is_known)

    assert asked.language == language
    assert asked.text.strip(" .()") == text


@pytest.mark.parametrize(
    "question",
    [
        "Hoe staat Nederland ervoor in het Europese onderzoek?",
        "Which posts are in Dutch?",
        "Is the report available in English?",
        "Welke documenten zijn in het Engels geschreven?",
        "What does the Dutch government do?",
    ],
)
def test_a_question_about_a_language_is_no_wish(question: str) -> None:
    asked = read_language(question, None, is_known)

    assert asked.text == question
    assert asked.language == asked.question_language


def test_a_wish_wins_over_the_stated_language_and_that_over_the_question() -> None:
    wish = "What is MHiAP? Answer in Dutch please."

    assert read_language(wish, "en", is_known).language == "nl"
    assert read_language("What is MHiAP?", "nl", is_known).language == "nl"
    assert read_language("What is MHiAP?", "nl", is_known).question_language == "en"
    assert read_language("What is MHiAP?", None, is_known).language == "en"


def test_a_question_that_is_only_a_wish_keeps_its_words() -> None:
    assert read_language("Answer in Dutch please", None, is_known).text == "Answer in Dutch please"


@pytest.mark.parametrize(
    "question",
    [
        "Was sind die wichtigsten Ziele dieses Programms für die Städte?",
        "Wie kann ich mit psychischer Gesundheit in der Politik anfangen?",
        "Quels sont les principaux objectifs de ce projet de santé mentale?",
        "Comment puis-je commencer dans ma ville avec ce projet?",
        "Belediyeler için ruh sağlığı programının amaçları nelerdir acaba?",
        "Bu program belediyeler için ne anlama geliyor ve nasıl başlarım?",
        "メンタルヘルスの政策について教えてください",
    ],
)
def test_another_language_is_recognised_from_five_words_on(question: str) -> None:
    assert is_unsupported(question, is_known)
    assert not read_language(question, None, is_known).supported


@pytest.mark.parametrize(
    "question",
    [
        "",
        "Guten Tag",
        "Bonjour à tous",
        "Laura Shields-Zeeman",
        "Faith Thompson Lotte van Nierop Laura Shields",
        "MHiAP GGD OKO RIVM VWS GALA",
        "Wat zegt Jürgen Müller over Überlingen?",
        "gesundheit symposium und so weiter und so fort",
        "wat is mhaip en waarm is t belangrijk voor ons als gementee",
        "hoe begin ik dr mee tgn dinsdag",
        "Wat is de rol van Joint Action MENTOR in Slovenië en Spanje?",
        "What is 'Opgroeien in een Kansrijke Omgeving' about?",
    ],
)
def test_short_questions_names_and_known_words_are_never_refused(question: str) -> None:
    assert not is_unsupported(question, is_known)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300), st.sampled_from([None, "nl", "en"]))
def test_any_text_has_a_language_and_only_loses_words(text: str, stated: Language | None) -> None:
    asked = read_language(text, stated, is_known)

    assert asked.language in {"nl", "en"}
    assert len(asked.text) <= len(text) + 1
