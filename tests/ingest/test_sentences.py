from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import split_sentences
from tests.ingest.real_corpus import the_corpus


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "met o.a. Ervaringsdeskundigen kunnen we versterken.",
        "in regio’s (o.a. Amsterdam, Den Haag, Elburg) gebeurt veel.",
        "Meerdere MDT-projecten (bv. Young Impact) richten zich hierop.",
        "Jongeren zelf (incl. Studentenbonden), Pharos en ECIO.",
        "Kamerstuk 35925-VIII nr. 164 noemt het.",
        "Sommige maatregelen (bijv. Alcoholbeleid) vragen keuzes.",
        "existing systems (e.g. Education and work) cause stress.",
        "our general health, i.e. Positive health, matters.",
        "Arthur C. Evans, Ph.D. discussed the importance.",
        "preventie c.q. Laagdrempelige ondersteuning vergroot de veerkracht.",
        "overheidsorganisaties, etc. doen mee.",
        "Dr. Teymur Musayev and Ms. Monica Garcia joined.",
        "Meneer J.P. Jansen en mevr. De Vries waren er.",
        "Een besluit d.d. 3 mei 2024 volgt.",
        "Op 25 mrt. 2025 begint het.",
        "Zie Jansen et al. (2022) voor meer.",
        "Ongeveer 3.5 procent, of 2.000 mensen.",
        "Goed werkende apps... en meer.",
        "Is dat zo? ja, dat is zo.",
        "zie par. 3.2 en blz. 14 van het rapport.",
        "",
    ],
)
def test_this_is_one_sentence(sentence: str) -> None:
    assert split(sentence) == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "scholen, etc. Het doel is helder.",
            ["scholen, etc.", "Het doel is helder."],
        ),
        ("Op 31 maart jl. De raad adviseert.", ["Op 31 maart jl.", "De raad adviseert."]),
        ("Eén op vijf. 94% kiest hiervoor.", ["Eén op vijf.", "94% kiest hiervoor."]),
        (
            "zie je dat ‘ze op elkaar lijken.’ Zo is het.",
            ["zie je dat ‘ze op elkaar lijken.’", "Zo is het."],
        ),
        (
            "What does it mean? “This isn’t easy.” (Really!) Yes.",
            ["What does it mean?", "“This isn’t easy.”", "(Really!)", "Yes."],
        ),
        ("Absolutely agree! Ook hier.", ["Absolutely agree!", "Ook hier."]),
        ("Het duurde lang... Toen kwam hulp.", ["Het duurde lang...", "Toen kwam hulp."]),
        ("Zo is het. Één keer. Štěpán ook.", ["Zo is het.", "Één keer.", "Štěpán ook."]),
        (
            "Join us from 13:00 to 14:30 CET. Register!",
            ["Join us from 13:00 to 14:30 CET.", "Register!"],
        ),
        ("Samen met hen. #WonenEerst begint.", ["Samen met hen.", "#WonenEerst begint."]),
    ],
)
def test_these_are_two_or_more_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_the_spans_count_from_the_offset() -> None:
    assert split_sentences(" Eerst. Dan. ", 100) == [(101, 107), (108, 112)]


def test_a_long_paragraph_costs_no_time() -> None:
    start = perf_counter()

    split_sentences("a" * 100_000 + "Ja. " * 5_000)

    assert perf_counter() - start < 2


def test_no_abbreviation_of_the_corpus_ends_a_sentence() -> None:
    texts = {d.source.document_id: d.text for d in the_corpus().documents}
    ends = {
        sentence.of(texts[passage.document_id]).split()[-1]
        for passage in the_corpus().passages
        for sentence in passage.sentences
    }

    assert (
        ends & {"o.a.", "(o.a.", "bv.", "(bv.", "jl.", "nr.", "(incl.", "(e.g.", "i.e.", "c.q."}
        == set()
    )


@given(st.text(alphabet='ab AZ.?!…:"’()1 \n', max_size=60), st.integers(0, 9))
def test_only_white_space_is_left_out(text: str, offset: int) -> None:
    spans = split_sentences(text, offset)
    inside = "".join(text[start - offset : end - offset] for start, end in spans)

    assert "".join(inside.split()) == "".join(text.split())


@given(st.text(max_size=60))
def test_sentences_are_in_order_and_have_no_loose_space(text: str) -> None:
    spans = split_sentences(text)

    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@given(st.text(alphabet="ab AZ.?! ", max_size=60))
def test_a_sentence_on_its_own_is_one_sentence(text: str) -> None:
    for sentence in split(text):
        assert split(sentence) == [sentence]
