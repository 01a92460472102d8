import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.alignment import align, align_corpus
from ingest.datatypes import Span
from ingest.embedding import load_embedder
from ingest.places import Embed
from tests.ingest.small_corpus import WordModel
from tests.ingest.small_editions import DUTCH, ENGLISH, Edition, edition, quotes

WORDS = st.sampled_from("huis school plan werk stad kind geld sport slaap groen 2024 twee".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words).title() + ".")
MARKS = st.sampled_from(["", "", "", "# ", "## ", "• "])
LINES = st.lists(st.tuples(MARKS, SENTENCES), max_size=12).map(
    lambda lines: "\n".join(mark + text for mark, text in lines)
)


@cache
def model() -> Embed:
    return load_embedder("nl-en").embed_passages


def spans(one: Edition) -> list[Span]:
    return [Span(start=s.start, end=s.end) for passage in one[1] for s in passage.sentences]


def aligned(dutch: str, english: str) -> dict[str, str]:
    original, translation = edition(dutch, "nl"), edition(english, "en", "translation")
    return quotes(align(*original, *translation, model()), original, translation)


def both(dutch: str, english: str) -> dict[str, str]:
    """Return the sentences of two editions by their order."""
    original, translation = edition(dutch, "nl"), edition(english, "en", "translation")
    return {
        one.of(original[0].text): other.of(translation[0].text)
        for one, other in zip(spans(original), spans(translation), strict=True)
    }


def test_every_sentence_finds_its_translation() -> None:
    assert aligned(DUTCH, ENGLISH) == both(DUTCH, ENGLISH)


def test_sections_may_stand_in_another_order() -> None:
    top, school, housing = ENGLISH.split("## ")

    found = aligned(DUTCH, f"{top}## {housing.strip()}\n## {school}")

    assert found == aligned(DUTCH, ENGLISH)


def test_a_paragraph_may_stand_at_another_place_in_its_section() -> None:
    party = "In summer there is a street party with music.\n"
    moved = ENGLISH.replace(party, "").replace(
        "Housing associations", f"{party}Housing associations"
    )

    found = aligned(DUTCH, moved)

    assert found["In de zomer is er een buurtfeest met muziek."] == party.strip()


def test_a_repeated_heading_belongs_to_the_one_above_the_same_text() -> None:
    top, school, housing = ENGLISH.split("## ")
    original = edition(DUTCH, "nl")
    translation = edition(f"{top}## {housing.strip()}\n## {school}", "en", "translation")
    beads = align(*original, *translation, model())
    dutch, english = original[0].text, translation[0].text
    repeated = [bead for bead in beads if bead.sources[0].of(dutch) == "Wat gaan we doen?"]

    above = [english[: bead.targets[0].start].rsplit("\n\n", 2)[1] for bead in repeated]

    assert above == ["Reading at school", "Housing and neighbours"]


def test_a_sentence_that_was_split_has_both_halves() -> None:
    whole = "Every primary school gets a reading consultant. The consultant visits two days a week."
    dutch = (
        "Elke basisschool krijgt een leesconsulent. Die komt twee dagen per week langs.",
        "Elke basisschool krijgt een leesconsulent, die twee dagen per week langskomt.",
    )

    assert aligned(DUTCH.replace(*dutch), ENGLISH)[dutch[1]] == whole


def test_two_sentences_that_were_joined_belong_to_one() -> None:
    english = (
        "Housing associations plant trees in the street. The tenants water the plants.",
        "Housing associations plant trees in the street and the tenants water the plants.",
    )
    two = "Woningcorporaties planten bomen in de straat. De huurders geven de planten water."

    assert aligned(DUTCH, ENGLISH.replace(*english))[two] == english[1]


def test_a_sentence_without_a_counterpart_is_left_alone() -> None:
    dropped = "Die komt twee dagen per week langs."

    found = aligned(DUTCH, ENGLISH.replace(" The consultant visits two days a week.", ""))

    assert dropped not in found
    assert len(found) == len(aligned(DUTCH, ENGLISH)) - 1


def test_a_level_of_headings_that_the_other_edition_lacks_is_left_alone() -> None:
    dutch = DUTCH.replace("## Lezen op school", "## Actielijn 3\n# Lezen op school")

    found = aligned(dutch, ENGLISH)

    assert "Actielijn 3" not in found
    assert found["Lezen op school"] == "Reading at school"


def test_documents_that_are_no_translations_of_each_other_are_not_aligned() -> None:
    other = """
## Rocket engines
The pump failed during the launch on Tuesday. Engineers replaced the valve.
• Liquid oxygen boils at a low temperature.
# Results
The second stage reached orbit after nine minutes.
"""

    assert aligned(DUTCH, other) == {}


@pytest.mark.parametrize(("dutch", "english"), [("", ENGLISH), (DUTCH, ""), ("", "")])
def test_an_empty_document_has_no_beads(dutch: str, english: str) -> None:
    assert aligned(dutch, english) == {}


def test_a_few_sentences_find_theirs_in_a_longer_document() -> None:
    few = "\n".join(DUTCH.strip().split("\n")[:2])

    assert aligned(few, ENGLISH) == dict(list(both(DUTCH, ENGLISH).items())[:3])


def test_it_does_not_matter_which_edition_is_the_original() -> None:
    original, translation = edition(DUTCH, "nl"), edition(ENGLISH, "en")
    one = align(*original, *translation, model())
    other = align(*translation, *original, model())

    assert {(b.sources, b.targets) for b in one} == {(b.targets, b.sources) for b in other}


@settings(max_examples=60)
@given(first=LINES, second=LINES)
def test_beads_hold_sentences_of_their_own_document_each_at_most_once(
    first: str, second: str
) -> None:
    original, translation = edition(first, "nl"), edition(second, "en", "translation")

    beads = align(*original, *translation, WordModel().embed_passages)

    for side, own in (("sources", spans(original)), ("targets", spans(translation))):
        held = [span for bead in beads for span in getattr(bead, side)]
        assert set(held) <= set(own)
        assert len(held) == len(set(held))
    assert all(0 <= bead.confidence <= 1 for bead in beads)
    assert [bead.sources[0].start for bead in beads] == sorted(b.sources[0].start for b in beads)


@settings(max_examples=20)
@given(lines=LINES)
def test_the_same_editions_give_the_same_beads(lines: str) -> None:
    original, translation = edition(lines, "nl"), edition(lines, "en", "translation")
    embed = WordModel().embed_passages

    assert align(*original, *translation, embed) == align(*original, *translation, embed)


def test_three_hundred_sentences_a_side_take_less_than_three_seconds() -> None:
    lines = "\n".join(f"De {n}e regel gaat over onderwerp {n * 7}." for n in range(300))
    original, translation = edition(lines, "nl"), edition(lines, "en", "translation")
    align(*original, *original, model())
    start = time.perf_counter()

    align(*original, *translation, model())

    assert time.perf_counter() - start < 3


def test_every_official_translation_in_a_corpus_is_aligned_with_its_original() -> None:
    original = edition(DUTCH, "nl", "plan-nl")
    translation = edition(ENGLISH, "en", "plan-en", translation_of="plan-nl")
    alone = edition(ENGLISH, "en", "report", translation_of="lost")
    passages = (*alone[1], *translation[1], *original[1])

    found = align_corpus((alone[0], translation[0], original[0]), passages, model())

    assert found == {("plan-nl", "plan-en"): align(*original, *translation, model())}
