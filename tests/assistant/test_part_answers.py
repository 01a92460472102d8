from assistant.composition import Part
from assistant.kinds import analyse
from assistant.numbered_parts import NumberedParts
from assistant.part_answers import answer_aspects, introduce, text_under
from assistant.search_space import SearchSpace
from ingest.datatypes import Language


def section(numbered: NumberedParts, number: int, language: Language = "nl") -> frozenset[int]:
    wanted = numbered.wanted(f"actielijn {number}")
    assert wanted is not None
    return wanted.passages([f"plan-{language}"])[0]


def texts(parts: tuple[Part, ...]) -> list[str]:
    return [shown.text for part in parts for shown in part.shown]


def test_a_part_is_introduced_by_its_title_and_its_first_sentences(
    space: SearchSpace, numbered: NumberedParts
) -> None:
    said = texts(introduce(space, (section(numbered, 3),), analyse("Wat is actielijn 3?")))

    assert said[:2] == ["Mentaal gezond onderwijs", "Wat willen we bereiken?"]
    assert said[2].startswith("Zoveel mogelijk jonge mensen")
    assert len(said) == 3


def test_who_asks_what_a_part_does_gets_what_it_lists_as_well(
    space: SearchSpace, numbered: NumberedParts
) -> None:
    parts = introduce(space, (section(numbered, 3),), analyse("Wat doet actielijn 3?"))

    assert [part.layout for part in parts] == ["prose", "prose", "bullets"]
    assert all(shown.sentence.role == "item" for shown in parts[-1].shown)


def test_boxes_and_footnotes_introduce_nothing(space: SearchSpace, numbered: NumberedParts) -> None:
    for number in range(1, 6):
        parts = introduce(space, (section(numbered, number),), analyse("Wat doet dit?"))

        assert not {s.passage.kind for part in parts for s in part.shown} & {"box", "footnote"}


def test_of_several_parts_each_answer_stands_under_its_title(
    space: SearchSpace, numbered: NumberedParts
) -> None:
    sections = (section(numbered, 2, "en"), section(numbered, 4, "en"))
    said = texts(answer_aspects(space, sections, frozenset({"partners"}), analyse("partners")))

    assert said[:2] == ["Mental well-being in the community", "We will do this in conjunction with"]
    assert said.count("Mental well-being at work") == 1


def test_no_more_items_are_given_than_were_asked_for(
    space: SearchSpace, numbered: NumberedParts
) -> None:
    asked = analyse("Noem drie acties uit actielijn 2")
    parts = answer_aspects(space, (section(numbered, 2),), frozenset({"actions"}), asked)

    assert len(parts[-1].shown) == 3


def test_an_aspect_that_no_heading_announces_is_not_answered(
    space: SearchSpace, numbered: NumberedParts
) -> None:
    assert answer_aspects(space, (section(numbered, 3),), frozenset(), analyse("wat")) == ()


def test_the_text_of_a_part_holds_its_headings(space: SearchSpace, numbered: NumberedParts) -> None:
    text = text_under(space, section(numbered, 3))

    assert "Actielijn 3" in text
    assert "Pharos" in text
