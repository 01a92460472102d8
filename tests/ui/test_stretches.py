import re

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fake_assistant import FakeAssistant
from ui.stretches import stretches_around

ASSISTANT = FakeAssistant()


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, int, int]:
    document_id = draw(st.sampled_from(sorted(ASSISTANT.documents)))
    sentence = draw(st.sampled_from(ASSISTANT.sentences(document_id)))
    start = draw(st.integers(sentence.start, sentence.end - 1))
    return document_id, start, draw(st.integers(start + 1, sentence.end))


@given(quoted())
def test_what_is_marked_is_the_quote_and_what_is_around_it_is_the_document(
    span: tuple[str, int, int],
) -> None:
    document_id, start, end = span
    text = ASSISTANT.documents[document_id].text

    stretches = stretches_around(ASSISTANT, document_id, start, end)

    assert "".join(stretch.marked for stretch in stretches) == text[start:end]
    assert all(s.before + s.marked + s.after in text for s in stretches)


def test_a_quote_over_two_blocks_is_marked_in_both() -> None:
    passage = ASSISTANT.passage_at("symposium", 0)
    text = ASSISTANT.documents["symposium"].text

    stretches = stretches_around(ASSISTANT, "symposium", passage.start, passage.end)

    marked = "".join(stretch.marked for stretch in stretches)
    assert marked == re.sub(r"\n+", "", passage.of(text))


def test_a_short_passage_comes_with_its_neighbours_in_the_section() -> None:
    text = ASSISTANT.documents["mentor"].text
    start = text.index("RIVM is leading")

    stretches = stretches_around(ASSISTANT, "mentor", start, start + 4)

    assert [stretch.kind for stretch in stretches] == ["heading", "paragraph"]
