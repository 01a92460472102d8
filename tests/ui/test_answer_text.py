import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import Answer, Claim
from tests.ui.fake_assistant import FakeAssistant
from tests.ui.translated import TRANSLATED_SENTENCE, TranslatingAssistant
from ui.answer_text import TextBlock, foreign_claims, render_text, split_blocks
from ui.dutch import DUTCH
from ui.english import ENGLISH

ASSISTANT = FakeAssistant()
ANSWER = ASSISTANT.ask("Hoe begin ik met MHiAP?")
QUOTED = ANSWER.citations[0]
SENTENCES = st.text(
    alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60
).filter(lambda sentence: bool(sentence.strip()))


def answer_with(text: str, markers: int = 3) -> Answer:
    citations = tuple(replace(QUOTED, marker=marker) for marker in range(1, markers + 1))
    return replace(ANSWER, text=text, citations=citations, claims=())


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Een zin.", [TextBlock(tag="p", lines=("Een zin.",))]),
        ("Een\nzin.", [TextBlock(tag="p", lines=("Een zin.",))]),
        ("A.\n\nB.", [TextBlock(tag="p", lines=("A.",)), TextBlock(tag="p", lines=("B.",))]),
        (
            "Zo:\n- een\n- twee",
            [TextBlock(tag="p", lines=("Zo:",)), TextBlock(tag="ul", lines=("een", "twee"))],
        ),
        ("1. een\n2. twee", [TextBlock(tag="ol", lines=("een", "twee"))]),
        ("3. drie", [TextBlock(tag="ol", lines=("drie",), first=3)]),
        (
            "*(vertaald)*\n- een\n- twee",
            [TextBlock(tag="ul", lines=("een", "twee"), remark="vertaald")],
        ),
        (
            "*(vertaald)*\n\n1. een",
            [TextBlock(tag="p", lines=("*(vertaald)*",)), TextBlock(tag="ol", lines=("een",))],
        ),
        (
            "Zo: *(vertaald)*\n1. een",
            [TextBlock(tag="p", lines=("Zo: *(vertaald)*",)), TextBlock(tag="ol", lines=("een",))],
        ),
        ("*(vertaald)*", [TextBlock(tag="p", lines=("*(vertaald)*",))]),
        ("-geen lijst", [TextBlock(tag="p", lines=("-geen lijst",))]),
        ("2022. jaar", [TextBlock(tag="p", lines=("2022. jaar",))]),
        ("", []),
    ],
)
def test_text_is_split_into_paragraphs_and_lists(text: str, blocks: list[TextBlock]) -> None:
    assert list(split_blocks(text)) == blocks


def test_a_marker_becomes_a_button_that_names_its_source() -> None:
    assert render_text(answer_with("Zin. [2]"), 4, DUTCH) == (
        '<p><span class="kept">Zin. <button type="button" class="marker"'
        ' data-source="source-4-2" aria-label="Bron 2">[2]</button></span></p>'
    )


def test_a_marker_without_a_citation_stays_text() -> None:
    assert "<button" not in render_text(answer_with("Zin. [9]"), 1, DUTCH)


def test_a_remark_above_a_list_is_the_name_of_that_list() -> None:
    text = "*(niet nagekeken)*\n2. Twee.\n3. Drie.\n\n*(vertaald)*\n- Vier."

    assert render_text(answer_with(text), 4, DUTCH) == (
        '<div class="remarked"><p class="list-remark" id="remark-4-1">niet nagekeken</p>'
        '<ol start="2" aria-labelledby="remark-4-1"><li>Twee.</li><li>Drie.</li></ol></div>'
        '<div class="remarked"><p class="list-remark" id="remark-4-2">vertaald</p>'
        '<ul aria-labelledby="remark-4-2"><li>Vier.</li></ul></div>'
    )


def test_a_marker_is_named_in_the_language_of_the_page() -> None:
    rendered = render_text(answer_with("Zin. [2]"), 4, ENGLISH)

    assert 'aria-label="Source 2" lang="en">[2]</button>' in rendered


def test_a_translated_sentence_is_in_the_language_of_the_answer() -> None:
    answer = TranslatingAssistant().ask(TRANSLATED_SENTENCE)

    assert foreign_claims(answer) == {}
    assert render_text(answer, 1, DUTCH).endswith(
        '<em class="remark">(onofficiële vertaling, niet nagekeken)</em></p>'
    )


def test_a_verbatim_sentence_in_the_other_language_is_marked_and_labelled() -> None:
    answer = replace(ASSISTANT.ask("Wat doet MENTOR, implementation?"), language="nl")
    answer = replace(answer, text=answer.text.replace(" *(in het Engels)*", ""))

    rendered = render_text(answer, 1, DUTCH)

    assert set(foreign_claims(answer).values()) == {"en"}
    assert rendered.count('<span class="foreign" lang="en">') == len(answer.claims)
    assert rendered.count('<em class="remark">(in het Engels)</em>') == len(answer.claims)


def test_a_label_that_the_text_already_has_is_not_repeated() -> None:
    answer = replace(ASSISTANT.ask("Wat doet MENTOR, implementation?"), language="nl")
    labelled = "\n".join(
        f"{claim.text} [{claim.markers[0]}] *(in het Engels)*" for claim in answer.claims
    )

    rendered = render_text(replace(answer, text=labelled), 1, DUTCH)

    assert rendered.count("(in het Engels)") == len(answer.claims)


def test_a_sentence_that_a_model_wrote_from_a_foreign_source_is_not_foreign() -> None:
    answer = ASSISTANT.ask("Wat doet MENTOR, implementation?")
    claim = Claim(text="RIVM leidt een taak.", markers=(1,), verdict="supported")

    assert foreign_claims(replace(answer, language="nl", claims=(claim,))) == {}


@given(
    st.lists(st.tuples(SENTENCES, st.lists(st.integers(1, 3), min_size=1, max_size=3)), max_size=6),
    st.sampled_from(["", "- ", "1. "]),
    st.sampled_from(["\n", "\n\n"]),
)
def test_every_marker_is_shown_once_and_in_order(
    claims: list[tuple[str, list[int]]], item: str, between: str
) -> None:
    written = [
        item + re.sub(r"[\[\]]", "", sentence) + " " + "".join(f"[{marker}]" for marker in markers)
        for sentence, markers in claims
    ]

    rendered = render_text(answer_with(between.join(written)), 7, DUTCH)

    shown = re.findall(r'class="marker" data-source="source-7-(\d+)"', rendered)
    assert shown == [str(marker) for _, markers in claims for marker in markers]


ALLOWED_TAG = re.compile(r"</?(?:p|ul|ol|li|div|span|em|button)(?: [a-z-]+=\"[^\"<>]*\")*>")


@given(st.text(max_size=200))
def test_no_text_becomes_markup(text: str) -> None:
    rendered = render_text(answer_with(text), 1, DUTCH)

    assert "<" not in ALLOWED_TAG.sub("", rendered)


@given(st.lists(st.text(alphabet="<>&\"'aé🙂 ().[]*_#`", max_size=40), max_size=5))
def test_no_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    rendered = ALLOWED_TAG.sub("", render_text(answer_with(text), 1, DUTCH))

    shown = html.unescape(rendered)
    assert re.sub(r"[\s*()]", "", shown) == re.sub(r"[\s*()]", "", text)
