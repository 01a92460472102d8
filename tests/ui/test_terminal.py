"""An answer as the terminal shows it."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from assistant.datatypes import Answer, Claim, Related, Translation
from tests.evals.scripted import answer_citing, cite, refusal
from ui.terminal import print_plainly, render_answer

LINES = "We werken met vijf actielijnen in deze aanpak."
ACTIONS = "De acties zullen worden gemonitord met de partners."

DUTCH = replace(
    answer_citing(
        replace(
            cite("plan-nl", LINES),
            title="Aanpak",
            section="Doelen › Acties",
            page=3,
            published="2022-06",
        ),
        replace(cite("plan-nl", ACTIONS, 2), title="Aanpak", published="2022-06"),
    ),
    text=f"{LINES} [1]\n\n- {ACTIONS} [2]",
    missing=("het budget",),
    suggestions=("Wat is OKO?",),
)

SHOWN_IN_DUTCH = """\
We werken met vijf actielijnen in deze aanpak. [1]

- De acties zullen worden gemonitord met de partners. [2]

Hierover staat niets in de documenten:
- het budget

Bronnen

Aanpak
Doelen › Acties · p. 3 · juni 2022 · Origineel, Nederlands
[1] “We werken met vijf actielijnen in deze aanpak.”

Aanpak
juni 2022 · Origineel, Nederlands
[2] “De acties zullen worden gemonitord met de partners.”

Je kunt ook vragen
- Wat is OKO?
"""


def show(answer: Answer, width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    print_plainly(console, render_answer(answer))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_text_missing_sources_and_suggestions_stand_in_that_order() -> None:
    assert show(DUTCH) == SHOWN_IN_DUTCH


def test_quotes_from_one_place_stand_under_one_heading() -> None:
    citations = tuple(replace(c, section=None, page=None) for c in DUTCH.citations)

    assert show(replace(DUTCH, citations=citations)).count("Origineel, Nederlands") == 1


def test_an_unofficial_translation_is_shown_as_one() -> None:
    translation = Translation(language="en", text="Five lines.", by="us", reviewed=False)
    cited = replace(DUTCH.citations[0], translation=translation)
    claim = Claim(text="Five lines.", markers=(1,), verdict="verbatim")
    answer = replace(answer_citing(cited, language="en"), text="Five lines. [1]", claims=(claim,))

    assert f"[1] “{LINES}”\n    Unofficial translation: “Five lines.”" in show(answer)


def test_a_refusal_shows_what_comes_near() -> None:
    related = Related(document_id="plan-nl", section="Doelen", start=0, end=5, quote=LINES)
    answer = replace(refusal("not_in_corpus"), text="Dat staat er niet in.", related=(related,))

    assert show(answer) == (
        f"Dat staat er niet in.\n\nDit komt in de buurt\n- “{LINES}”\n  plan-nl · Doelen\n"
    )


def test_numbered_steps_keep_their_numbers() -> None:
    answer = replace(DUTCH, text=f"1. {LINES} [1]\n2. {ACTIONS} [2]")

    assert show(answer).startswith(f"1. {LINES} [1]\n2. {ACTIONS} [2]\n")


@pytest.mark.parametrize("text", ["[bold]x[/bold]", ":smile: [link=https://x]y[/link]", "[/]"])
def test_markup_in_an_answer_is_shown_as_it_stands(text: str) -> None:
    assert show(replace(refusal("about"), text=text)) == f"{text}\n"


def test_long_lines_are_folded_and_none_ends_in_a_space() -> None:
    lines = show(DUTCH, width=40).splitlines()

    assert max(map(len, lines)) <= 40
    assert [line for line in lines if line != line.rstrip()] == []
