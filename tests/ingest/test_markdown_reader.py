import re
from pathlib import Path

import pytest

from ingest.readers.markdown import MarkdownReader
from ingest.readers.reading import Line, Reading
from ingest.settings import PROJECT

PLAN = PROJECT / "corpus/documents/action-plan-good-mental-health-for-all.en.md"


def read(folder: Path, text: str) -> Reading:
    path = folder / "file.md"
    path.write_bytes(text.encode())
    return MarkdownReader().read(path)


def heading(text: str, level: int) -> Line:
    return Line(text=text, kind="heading", level=level)


def paragraph(text: str) -> Line:
    return Line(text=text, kind="paragraph")


def item(text: str) -> Line:
    return Line(text=text, kind="item")


def visible_words(markdown: str) -> list[str]:
    """The words of simple Markdown by another way: marks are cut out, links keep their text."""
    text = re.sub(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"^- ", "", text, flags=re.MULTILINE)
    return re.sub(r"\*+", "", text).replace("\\", "").split()


def test_every_visible_word_of_the_plan_comes_through_in_order() -> None:
    words = " ".join(line.text for line in MarkdownReader().read(PLAN).lines).split()

    assert words == visible_words(PLAN.read_text(encoding="utf-8"))


def test_every_block_of_the_plan_is_one_line() -> None:
    source = PLAN.read_text(encoding="utf-8")
    blocks = [b for b in re.split(r"\n\s*\n|\n(?=- )", source) if b.strip()]

    lines = MarkdownReader().read(PLAN).lines

    assert [line.text.split() for line in lines] == [visible_words(block) for block in blocks]
    assert {line.kind for line in lines} == {"paragraph", "item"}


def test_the_plan_has_its_footnotes_as_paragraphs_with_their_mark() -> None:
    footnotes = [line for line in MarkdownReader().read(PLAN).lines if line.text[0] in "¹²³"]

    assert len(footnotes) == 10
    assert {line.kind for line in footnotes} == {"paragraph"}
    assert footnotes[2].text == (
        "¹ Delphistudie Definitie Mentale Gezondheid (Delphistudy on the definition of Mental "
        "Health) – Trimbos institute."
    )


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("# Doel\n\n### Waarom *nu*\n", (heading("Doel", 1), heading("Waarom nu", 3))),
        ("Doel\n====\n\nWaarom\n---\n", (heading("Doel", 1), heading("Waarom", 2))),
        ("een **vette** [link](https://rivm.nl) en `code`", (paragraph("een vette link en code"),)),
        ("zachte\nbreuk en harde  \nbreuk", (paragraph("zachte breuk en harde breuk"),)),
        ("voor ![een plaatje](a.png) na", (paragraph("voor na"),)),
        ("![een plaatje](a.png)", ()),
        ("H<sub>2</sub>O<br>en <b>meer</b>", (paragraph("H2O en meer"),)),
        ("<div>\n<p>een <b>kader</b></p>\n<p>&eacute;n twee</p>\n</div>",
         (paragraph("een kader"), paragraph("én twee"))),
        ("tekst <script>alert(1)</script> meer <!-- niet -->", (paragraph("tekst meer"),)),
        ("[klik](javascript:alert(1)) hier", (paragraph("klik hier"),)),
        ("minder dan <5 % & meer", (paragraph("minder dan <5 % & meer"),)),
        ("- een\n- twee\n", (item("een"), item("twee"))),
        ("3. drie\n4. vier\n", (item("3. drie"), item("4. vier"))),
        ("1) een\n2) twee\n", (item("1) een"), item("2) twee"))),
        ("- een\n\n  en nog iets\n\n- twee\n", (item("een en nog iets"), item("twee"))),
        ("1. een\n   - deel a\n   - deel b\n2. twee\n",
         (item("1. een"), item("deel a"), item("deel b"), item("2. twee"))),
        ("- een\n  - deel\n\n  slot van een\n", (item("een"), item("deel"), item("slot van een"))),
        ("> een citaat\n", (paragraph("een citaat"),)),
        ("| wie | wat |\n|---|---|\n| GGD | *advies* |\n",
         (paragraph("wie | wat"), paragraph("GGD | advies"))),
        ("```\nregel 1\nregel 2\n```\n", (paragraph("regel 1"), paragraph("regel 2"))),
        ("    ingesprongen\n    alinea\n", (paragraph("ingesprongen alinea"),)),
        ("boven\n\n---\n\nonder", (paragraph("boven"), paragraph("onder"))),
        ("De toekomst[^1] nu[^12].\n\n[^1]: RIVM.\n[^12]: Trimbos.\n",
         (paragraph("De toekomst¹ nu¹²."), paragraph("¹ RIVM."), paragraph("¹² Trimbos."))),
    ],
)  # fmt: skip
def test_marks_become_kinds(tmp_path: Path, source: str, lines: tuple[Line, ...]) -> None:
    assert read(tmp_path, source).lines == lines


def test_the_title_is_the_first_heading_of_level_one(tmp_path: Path) -> None:
    assert read(tmp_path, "## Vooraf\n\n# Handreiking\n\n# Bijlage\n").title == "Handreiking"
    assert read(tmp_path, "## Vooraf\n").title is None


def test_front_matter_is_no_text_and_its_title_counts(tmp_path: Path) -> None:
    source = '---\ntitle: "Handreiking MHiAP"\ntags:\n  - ggd\n---\n# Begin\n'

    assert read(tmp_path, source) == Reading(
        lines=(heading("Begin", 1),), title="Handreiking MHiAP"
    )


def test_text_between_two_rules_is_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n\nLet op dit kader.\n\n---\n").lines == (
        paragraph("Let op dit kader."),
    )


@pytest.mark.parametrize(
    ("head", "accepted"),
    [
        (b"# Doel\n\nTekst.", True),
        (b"- een\n- **twee**\n", True),
        (b"Zie [het plan](https://rivm.nl) en **lees**.", True),
        (b"- een\n- twee\n", False),
        (b"Gewone tekst met 2 * 3 * 4 en #hashtag.", False),
        ("Kop\n\n• een\n• twee".encode(), False),
        (b"# Doel\0\0\0", False),
    ],
)
def test_markdown_is_known_by_its_marks(head: bytes, accepted: bool) -> None:
    assert MarkdownReader().accepts(head) is accepted
