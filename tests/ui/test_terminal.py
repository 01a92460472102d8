"""An answer as the terminal shows it."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from assistant.datatypes import Answer, Claim, Related, Translation, Twin
from ingest.datatypes import Origin, sha256_of
from tests.evals.scripted import answer_citing, cite, refusal
from tests.ui.explained import EXPLANATION, READING
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


SHOWN_REASONS = """\
Waarom deze bronnen?

Taal van je vraag: Nederlands
Gelezen als:       “mhaip” → “MHiAP”, “svp” → weggelaten
Vervolg op:        “Wat is OKO?”
Je vraagt naar:    hoe je iets aanpakt
Je noemt:          Symposiumverslag MHiAP
Gezocht op:        begin; MHiAP (ook: mentale gezondheid in alle
                   beleidsdomeinen, mental health in all policies, M-HiAP,
                   MHiAP-aanpak …); kernenergie
Niet gevonden:     “kernenergie”
Doorzocht:         138 stukken tekst; de beste staan hieronder

1. Symposiumverslag MHiAP
   Hoe begin je? · p. 2 · Aangehaald als [1] [2]
   “Begin klein met MHiAP.”
   Gevonden omdat: je noemt dit document; je noemt de kop “Actielijn 3”; de
   tekst stelt dezelfde vraag; in de tekst staat: “werk”, “begin” (“beginnen”,
   “begint”); uit je eerdere vraag staat erin: “wonen”; hetzelfde in andere
   woorden: MHiAP = mentale gezondheid in alle beleidsdomeinen; deel van een
   samengesteld woord: studenten – studentenwelzijn; in de kop erboven staat:
   “kartrekker” (“Kartrekkers”); dezelfde tekst in het Engels heeft: “schulden”
   (“debts”); deze zin ligt in betekenis dichter bij je vraag dan de meeste;
   telt minder mee: voetnoot; telt minder mee: sociale media.
   Plaats van de 138 stukken: op woorden 14, op de beste zin 2, op het hele stuk
   30.
9. Joint Action MENTOR
   Aangehaald als [3]
   “MENTOR brengt 43 partners bijeen.” (Onofficiële vertaling, niet nagekeken)
   Gevonden omdat: lijkt maar een beetje op je vraag; de andere stukken nog
   minder.
   Plaats van de 138 stukken: op het hele stuk 40.
"""


def test_reasons_stand_under_the_answer() -> None:
    shown = show(replace(DUTCH, explanation=EXPLANATION))

    assert shown == f"{SHOWN_IN_DUTCH}\n{SHOWN_REASONS}"


def test_under_a_refusal_they_say_how_it_was_searched() -> None:
    answer = replace(refusal("not_in_corpus"), explanation=EXPLANATION)

    assert "\n\nZo is er gezocht\n\nTaal" in show(answer)


def test_the_parts_of_a_question_have_a_heading_each() -> None:
    both = replace(EXPLANATION, readings=(READING, replace(READING, question="Waarom?")))

    shown = show(replace(DUTCH, explanation=both))

    assert shown.count("Taal van je vraag") == 1
    assert shown.count("Je vraagt naar") == 2
    assert f"\n\n“{READING.question}”\n\nJe vraagt naar" in shown
    assert "\n\n“Waarom?”\n\nJe vraagt naar" in shown


def test_quotes_from_one_place_stand_under_one_heading() -> None:
    citations = tuple(replace(c, section=None, page=None) for c in DUTCH.citations)

    assert show(replace(DUTCH, citations=citations)).count("Origineel, Nederlands") == 1


def test_an_unofficial_translation_is_shown_as_one() -> None:
    translation = Translation(language="en", text="Five lines.", by="us", reviewed=False)
    cited = replace(DUTCH.citations[0], translation=translation)
    claim = Claim(text="Five lines.", markers=(1,), verdict="verbatim")
    answer = replace(answer_citing(cited, language="en"), text="Five lines. [1]", claims=(claim,))

    assert (
        f"Original, Dutch\n[1] “{LINES}”\n    Unofficial translation, not reviewed: “Five lines.”\n"
    ) in show(answer)


def test_a_remark_stands_between_brackets_above_a_list_and_behind_a_sentence() -> None:
    text = f"{LINES} [1] *(in het Engels)*\n\n*(niet nagekeken)*\n1. {ACTIONS} [2]"

    assert show(replace(DUTCH, text=text)).startswith(
        f"{LINES} [1] (in het Engels)\n\n(niet nagekeken)\n1. {ACTIONS} [2]\n\n"
    )


@pytest.mark.parametrize(
    ("origin", "shown", "other"),
    [
        ("original", "Origineel, Nederlands", "Officiële vertaling, Engels"),
        ("official translation", "Officiële vertaling, Nederlands", "Origineel, Engels"),
    ],
)
def test_the_other_edition_has_a_line_under_the_quote(
    origin: Origin, shown: str, other: str
) -> None:
    quote = "We work with five action lines in this plan."
    twin = Twin(
        document_id="plan-en",
        language="en",
        start=11,
        end=11 + len(quote),
        quote=quote,
        quote_sha256=sha256_of(quote),
    )
    citation = replace(DUTCH.citations[0], origin=origin, twin=twin)
    lines = show(replace(DUTCH, citations=(citation,)), 100)

    assert f"{shown}\n[1] “{LINES}”\n    {other} (plan-en): “{quote}”\n" in lines


def test_a_refusal_shows_what_comes_near() -> None:
    related = Related(document_id="plan-nl", section="Doelen", start=0, end=5, quote=LINES)
    answer = replace(refusal("not_in_corpus"), text="Dat staat er niet in.", related=(related,))

    assert show(answer) == (
        f"Dat staat er niet in.\n\nDit komt in de buurt\n- “{LINES}”\n  plan-nl · Doelen\n"
    )


def test_what_comes_near_is_shown_with_its_translation() -> None:
    translation = Translation(language="nl", text="Vijf.", by="project", reviewed=False)
    related = Related(
        document_id="mentor", section=None, start=0, end=5, quote="Five.", translation=translation
    )
    answer = replace(refusal("not_in_corpus"), related=(related,))

    assert show(answer).endswith(
        "- “Five.”\n  Onofficiële vertaling, niet nagekeken: “Vijf.”\n  mentor\n"
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
