from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.fragments import Fragment
from ingest.readers.page_layout import lines_of

SIZE = 10.0
LEADING = 12.0
WORDS = (
    "mentale gezondheid hoort thuis in wonen werk onderwijs en zorg want daar leven mensen elke "
    "dag en daar ontstaan ook de zorgen die later in de spreekkamer komen te liggen bij de arts"
)


def drawn(
    text: str, y: float, *, x: float = 60, size: float = SIZE, bold: bool = False
) -> Fragment:
    return Fragment(text=f"{text}\n", x=x, y=y, size=size, bold=bold)


def words_on_lines(words: list[str], *, width: float, y: float) -> list[Fragment]:
    """Every word drawn on its own and followed by a line feed, as some programs do."""
    fragments: list[Fragment] = []
    x = 60.0
    for word in words:
        fragment = drawn(word, y, x=x)
        if x + fragment.width > 60 + width:
            x, y = 60.0, y - LEADING
            fragment = drawn(word, y, x=x)
        fragments.append(fragment)
        x += fragment.width + 0.3 * SIZE
    return fragments


def test_words_that_are_drawn_one_by_one_are_one_line() -> None:
    words = ["RAG", "staat", "voor", "(", "Retrieval", ")", ":", "zoeken", "."]

    assert lines_of(words_on_lines(words, width=400, y=700)) == [
        "RAG staat voor (Retrieval): zoeken."
    ]


def test_one_column_of_single_words_is_not_taken_for_two() -> None:
    words = WORDS.split() * 12

    lines = lines_of(words_on_lines(words, width=450, y=700))

    assert len(lines) > 20
    assert " ".join(lines).split() == words


def test_a_small_raised_mark_stays_on_its_line() -> None:
    fragments = [
        Fragment(text="voor de toekomst", x=60, y=700, size=SIZE),
        Fragment(text="1", x=130, y=703.5, size=6),
        Fragment(text=". Onze samenleving\n", x=134, y=700, size=SIZE),
    ]

    assert lines_of(fragments) == ["voor de toekomst1. Onze samenleving"]


def test_a_footnote_is_not_cut_after_its_first_line() -> None:
    fragments = [
        *(drawn("regel van de tekst", 700 - LEADING * number) for number in range(6)),
        drawn("1 RIVM, Kennisbundeling groen en", 603.5, size=5),
        drawn("gezondheid, 2022", 591, size=8),
        drawn("en de bijlage daarbij", 581, size=8),
    ]

    assert lines_of(fragments)[6:] == [
        "",
        "1 RIVM, Kennisbundeling groen en",
        "gezondheid, 2022",
        "en de bijlage daarbij",
    ]


def test_a_few_lines_far_apart_are_blocks() -> None:
    fragments = [drawn("Handreiking", 700), drawn("voor gemeenten", 688), drawn("2025", 600)]

    assert lines_of(fragments) == ["Handreiking", "voor gemeenten", "", "2025"]


def test_bold_words_inside_a_paragraph_do_not_cut_it() -> None:
    fragments = [
        drawn("We gaan in gesprek over de", 700),
        Fragment(text="brede ", x=60, y=688, size=SIZE, bold=True),
        drawn("aanpak in de wijk", 688, x=90),
        drawn("en op school.", 676),
    ]

    assert "" not in lines_of(fragments)


def test_a_page_that_draws_nothing_has_no_lines() -> None:
    assert lines_of([]) == []
    assert lines_of([Fragment(text=" \n", x=0, y=0, size=0)]) == []


fragments_anywhere = st.lists(
    st.builds(
        Fragment,
        text=st.sampled_from(["beleid", " wonen", "\n", "werk\n", "1", "", " "]),
        x=st.floats(-10, 600),
        y=st.floats(-10, 850),
        size=st.sampled_from([0.0, 6.0, 10.0, 10.2, 24.0]),
        bold=st.booleans(),
    ),
    max_size=60,
)


@given(fragments_anywhere)
def test_no_letter_is_lost_or_added_wherever_it_stands(fragments: list[Fragment]) -> None:
    lines = lines_of(fragments)

    letters = Counter("".join(fragment.text for fragment in fragments))
    for space in " \n":
        letters.pop(space, None)
    assert Counter("".join("".join(lines).split())) == letters
    assert not any("\n" in line for line in lines)
