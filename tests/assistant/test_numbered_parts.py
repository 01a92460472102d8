"""Numbered parts of a document that is not in the shipped corpus, as a user would add one."""

import shutil
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.assembly import open_assistant
from assistant.numbered_parts import NumberedParts
from ingest.pipeline import ingest
from ingest.settings import PROJECT, Settings

GUIDE = """# Handreiking gezonde wijk

Deze handreiking helpt gemeenten bij een gezonde wijk. De handreiking heeft drie hoofdstukken.

## Hoofdstuk 1: Verkennen

Een gemeente begint met een verkenning van de wijk. Bewoners vertellen wat zij missen.

### Samen met

Wijkteams, huisartsen en bewonersgroepen.

## Hoofdstuk 2: Kiezen

De gemeenteraad kiest daarna vier onderwerpen. Die keuze staat in het lokale beleidsplan.

## Hoofdstuk 3: Volhouden

Elk jaar meet de gemeente of het beter gaat. Zonder meting verdwijnt de aandacht.
"""


@pytest.fixture(scope="module")
def guided(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("guide")
    (folder / "documents").mkdir()
    (folder / "documents" / "handreiking.md").write_text(GUIDE, encoding="utf-8")
    for name in ("glossary.toml", "questions.toml"):
        shutil.copy(PROJECT / "corpus" / name, Path(folder))
    settings = Settings(corpus=folder, index=folder / "index")
    ingest(settings)
    return open_assistant(settings)


@pytest.mark.parametrize(
    ("question", "said", "section"),
    [
        ("Wat staat er in hoofdstuk 2?", "De gemeenteraad kiest", "Kiezen"),
        ("What is chapter 2 about?", "De gemeenteraad kiest", "Kiezen"),
        ("What does the third chapter say?", "Elk jaar meet de gemeente", "Volhouden"),
        ("Met wie werkt hoofdstuk 1 samen?", "Wijkteams, huisartsen", "Verkennen"),
        ("Wat zegt hoofdstuk 3 over meting?", "Zonder meting", "Volhouden"),
    ],
)
def test_any_numbered_heading_makes_a_part(
    guided: Assistant, question: str, said: str, section: str
) -> None:
    answer = guided.ask(question)

    assert said in answer.text
    assert all(section in (citation.section or "") for citation in answer.citations)


def test_of_a_part_that_is_not_there_the_document_says_how_many_there_are(
    guided: Assistant,
) -> None:
    answer = guided.ask("Wat is hoofdstuk 5?")

    assert answer.text == "De handreiking heeft drie hoofdstukken. [1]"
    assert answer.notice


def test_the_parts_that_a_text_names_are_counted_from_the_first(numbered: NumberedParts) -> None:
    wanted = numbered.wanted("Wat zijn de eerste en de laatste actielijn?")

    assert wanted is not None
    assert wanted.numbers == (1, 5)
    assert numbered.wanted("Wat is MHiAP?") is None


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Welke partners werken mee aan actielijn 3?", "Welke partners werken mee aan?"),
        ("Wat is actielijn 3, en wat is actielijn 4?", "Wat is, en wat is?"),
        ("Wat is MHiAP?", "Wat is MHiAP?"),
        ("", ""),
    ],
)
def test_a_text_reads_on_without_the_parts_that_it_names(
    numbered: NumberedParts, text: str, without: str
) -> None:
    assert numbered.without_mentions(text) == without


def test_the_passages_of_different_parts_are_different(numbered: NumberedParts) -> None:
    for series in numbered.series:
        for parts in series.parts.values():
            assert sum(map(len, parts)) == len(frozenset().union(*parts))


def test_only_passages_of_the_documents_searched_are_wanted(numbered: NumberedParts) -> None:
    wanted = numbered.wanted("actielijn 2")

    assert wanted is not None
    assert wanted.passages(["mentor"]) == (frozenset(),)
    assert wanted.passages(["plan-nl"]) != wanted.passages(["plan-en"])
