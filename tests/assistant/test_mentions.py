import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentions import holds_name, name_of, read_bare_mention, read_mentions
from assistant.numbering import LAST

NAMES = [
    *map(name_of, ["actielijn", "actielijnen", "action line", "action lines"]),
    *map(name_of, ["line of action", "lines of action"]),
    *(name_of(end, partial=True) for end in ("lijn", "line")),
]


@pytest.mark.parametrize(
    ("text", "mentioned", "numbers"),
    [
        ("Wat is actielijn 3?", "actielijn 3", (3,)),
        ("Wat is Actielijn drie?", "Actielijn drie", (3,)),
        ("Wat is actielijn één?", "actielijn één", (1,)),
        ("Wat is actielijn een?", "actielijn een", (1,)),
        ("de derde actielijn", "derde actielijn", (3,)),
        ("de 3e actielijn", "3e actielijn", (3,)),
        ("the 2nd action line", "2nd action line", (2,)),
        ("the third line of action", "third line of action", (3,)),
        ("the third national action line", "third national action line", (3,)),
        ("action line three", "action line three", (3,)),
        ("action line no. 3", "action line no. 3", (3,)),
        ("action line #3", "action line #3", (3,)),
        ("actielijn nummer 3", "actielijn nummer 3", (3,)),
        ("Welke actielijn is de vierde?", "actielijn is de vierde", (4,)),
        ("action line 3's partners", "action line 3", (3,)),
        ("lijn 3 van het plan", "lijn 3", (3,)),
        ("actielijn 0", "actielijn 0", (0,)),
        ("actielijnen 2 en 4", "actielijnen 2 en 4", (2, 4)),
        ("verschil tussen actielijn 1 en 2?", "actielijn 1 en 2", (1, 2)),
        ("actielijn 1, 2 en 3", "actielijn 1, 2 en 3", (1, 2, 3)),
        ("actielijn 2 t/m 4", "actielijn 2 t/m 4", (2, 3, 4)),
        ("action lines 2-4", "action lines 2-4", (2, 3, 4)),
        ("de tweede en de vierde actielijn", "tweede en de vierde actielijn", (2, 4)),
        ("de eerste twee actielijnen", "eerste twee actielijnen", (1, 2)),
        ("the last two action lines", "last two action lines", (-2, LAST)),
        ("de laatste actielijn", "laatste actielijn", (LAST,)),
        ("het eerste doel van actielijn 3", "actielijn 3", (3,)),
        ("Noem van actielijn 3 en 2 voorbeelden", "actielijn 3", (3,)),
    ],
)
def test_the_number_of_a_part_is_read_however_it_is_written(
    text: str, mentioned: str, numbers: tuple[int, ...]
) -> None:
    (mention,) = read_mentions(text, NAMES)

    assert text[mention.start : mention.end] == mentioned
    assert mention.numbers == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Welke actielijn gaat over werk?",
        "Heeft elke actielijn een begroting?",
        "De vijf actielijnen",
        "5 action lines",
        "actielijn 2022",
        "Wat doet de eerste lijn?",
        "Op de eerste plaats",
        "",
    ],
)
def test_a_text_that_numbers_no_part_names_none(text: str) -> None:
    assert read_mentions(text, NAMES) == ()


def test_each_mention_is_read_with_its_name_in_the_singular() -> None:
    mentions = read_mentions("actielijn 1 en actielijnen 3 en 4, or line of action 5", NAMES)

    assert [(mention.name, mention.numbers) for mention in mentions] == [
        ("actielijn", (1,)),
        ("actielijn", (3, 4)),
        ("line of action", (5,)),
    ]


@pytest.mark.parametrize(
    ("text", "mentioned", "numbers"),
    [
        ("en de vierde?", "de vierde", (4,)),
        ("En 4?", "4", (4,)),
        ("and number 2?", "number 2", (2,)),
        ("And the fifth one?", "the fifth one", (5,)),
        ("en de laatste dan?", "de laatste", (LAST,)),
        ("en de derde en vierde?", "de derde en vierde", (3, 4)),
        ("Wat is de derde?", "de derde", (3,)),
        ("Wie zijn de partners van de vierde?", "de vierde", (4,)),
    ],
)
def test_a_number_without_a_name_is_read_at_the_end_of_a_question(
    text: str, mentioned: str, numbers: tuple[int, ...]
) -> None:
    mention = read_bare_mention(text)

    assert mention is not None
    assert text[mention.start : mention.end] == mentioned
    assert mention.numbers == numbers


@pytest.mark.parametrize(
    "text",
    ["En waarom?", "In de eerste week van mei", "Wie was er in 2022?", "Kost dat 4 euro?", ""],
)
def test_a_question_that_ends_on_no_number_has_none(text: str) -> None:
    assert read_bare_mention(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Welke vijf actielijnen zijn er?", "actielijn"),
        ("What are the lines of action?", "line of action"),
        ("Wat doet de eerste lijn?", ""),
        ("Wat is MHiAP?", ""),
    ],
)
def test_a_name_is_found_without_a_number_but_not_by_its_end_alone(text: str, name: str) -> None:
    assert holds_name(text, NAMES) == name


@given(
    st.lists(
        st.sampled_from(
            "actielijn action line lijn 3 derde the en to t/m - een laatste nr . ? X one 12".split()
        ),
        max_size=12,
    )
)
def test_mentions_lie_in_the_text_in_order_and_each_has_a_number(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for mention in read_mentions(text, NAMES):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.numbers
        end = mention.end
    bare = read_bare_mention(text)
    assert bare is None or (bare.numbers and text[bare.start : bare.end].strip())
