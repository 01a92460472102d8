import unicodedata
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cleaning import (
    clean_block,
    clean_characters,
    close_up_spaces,
    drop_buttons,
    drop_closing_hashtags,
    drop_invisible,
    drop_link_arrows,
    drop_pictographs,
    drop_stray_marks,
    fold_forms,
    rejoin_lone_consonants,
    undouble_abbreviations,
    words_without_lone_consonants,
)
from tests.ingest.real_corpus import the_corpus


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("𝐃𝐞𝐞𝐥𝐬𝐞𝐬𝐬𝐢𝐞 𝐨𝐯𝐞𝐫𝐥𝐚𝐬𝐭", "Deelsessie overlast"),
        ("𝐆𝐞ï𝐧𝐭𝐞𝐫𝐞𝐬𝐬𝐞𝐞𝐫𝐝", "Geïnteresseerd"),
        ("𝟏𝟏 februari", "11 februari"),
        ("e\u0301e\u0301n", "één"),
        (
            "eﬃciënt en eﬀectief, ﬁnancieel en ﬂexibel",
            "efficiënt en effectief, financieel en flexibel",
        ),
        ("toekomst¹ en m² en CO₂", "toekomst¹ en m² en CO₂"),
        ("½ en ¼ van de gemeenten", "½ en ¼ van de gemeenten"),
        ("1 ª en nº 5, ① en …", "1 ª en nº 5, ① en …"),
    ],
)
def test_forms_are_folded_but_never_superscripts_or_fractions(line: str, expected: str) -> None:
    assert fold_forms(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mentale\u00a0gezondheid", "mentale gezondheid"),
        ("een\u2009dunne\u3000en een brede spatie\t", "een dunne en een brede spatie "),
        ("gezond\u00adheids\u200bbeleid\ufeff", "gezondheidsbeleid"),
        ("bel\x07 en \u202ericht\u202cing", "bel en richting"),
        ("🗓️", "🗓"),
        ("\uf0b7 een bolletje uit Word", "• een bolletje uit Word"),
        ("regel\x0ceinde", "regel einde"),
        ("eigen teken \ue000", "eigen teken "),
        ("twee\nregels", "twee\nregels"),
    ],
)
def test_invisible_characters_go_and_spaces_become_plain(line: str, expected: str) -> None:
    assert drop_invisible(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lees verder >", ""),
        ("Learn more >", ""),
        ("Klik hier om terug te gaan", ""),
        ("[Click here to go back]", "[Click here to go back]"),
        ("Click here to enlarge the infographic ➔", ""),
        (
            "Delphistudie Definitie Mentale Gezondheid - Trimbos-instituut "
            "Klik hier om de infographic te vergroten",
            "Delphistudie Definitie Mentale Gezondheid - Trimbos-instituut",
        ),
        ("Doe je mee?", ""),
        ("Sluit je bij ons aan?", ""),
        ("Are you in?", ""),
        ("Are you with us?", ""),
        ("Doe je mee? Dan horen we het graag.", "Doe je mee? Dan horen we het graag."),
        ("Doe jij mee?", "Doe jij mee?"),
        ("Wil je meer lezen? Lees verder in het rapport.",) * 2,
        ("Lees verder > Lees verder >", ""),
    ],
)
def test_buttons_go(line: str, expected: str) -> None:
    assert drop_buttons(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Why an action plan? >", "Why an action plan?"),
        ("Let's get started! >", "Let's get started!"),
        ("meer dan > 94%", "meer dan > 94%"),
    ],
)
def test_the_arrow_of_a_link_goes(line: str, expected: str) -> None:
    assert drop_link_arrows(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tekst", ""),
        (" tekst", ""),
        ("•", ""),
        ("EU flag and text co-funded by the European Union", ""),
        ("De tekst", "De tekst"),
        ("tekst en uitleg", "tekst en uitleg"),
    ],
)
def test_stray_marks_go(line: str, expected: str) -> None:
    assert drop_stray_marks(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("de Gemeente Amsterdam. 📱💬.", "de Gemeente Amsterdam. ."),
        ("✅ Care is organized around you", " Care is organized around you"),
        ("© RIVM, 20 °C, 94% → 50%, ®", "© RIVM, 20 °C, 94% → 50%, ®"),
    ],
)
def test_pictographs_go(line: str, expected: str) -> None:
    assert drop_pictographs(line) == expected


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("nonbinary individuals. See more: #gender #science", "nonbinary individuals. See more:"),
        (
            "summary sketches of the different sessions. #GMHasia2025 Sangath India Harvard "
            "University The World Bank Mental Health Innovation Network (MHIN) "
            "#mentalhealthmatters",
            "summary sketches of the different sessions.",
        ),
        (
            "by June this year! #MentalHealth #Recovery Hans Kluge, Ledia Lazëri, Flóris Roland "
            "Balta, MS, DVM, Jochen Van den Steen, European Commission",
            "by June this year!",
        ),
        ("Ben jij als gemeente #WonenEerst aan het implementeren?",) * 2,
        ("2nd European Programme of Work – #EPW2 – our health compass.",) * 2,
        ("Vandaag. #SaferInternetDay is een dag voor een veilig internet",) * 2,
    ],
)
def test_closing_hashtags_go_with_the_names_behind_them(post: str, expected: str) -> None:
    assert drop_closing_hashtags(post) == expected


def test_many_names_behind_hashtags_cost_no_time() -> None:
    post = "Klaar. #dag" + ", Jan Jansen" * 5000 + "!"
    start = perf_counter()

    drop_closing_hashtags(post)

    assert perf_counter() - start < 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "a major public health issue in the EU European Union (European Union ), affecting",
            "a major public health issue in the EU (European Union), affecting",
        ),
        ("de GGD Amsterdam (de gezondheidsdienst)",) * 2,
    ],
)
def test_a_doubled_abbreviation_is_written_once(line: str, expected: str) -> None:
    assert undouble_abbreviations(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("inzetten op  preventie", "inzetten op preventie"),
        ("Kylie Aekins , and Dr Rachel Skoss", "Kylie Aekins, and Dr Rachel Skoss"),
        ("Deelrapport I , Mentale gezondheid", "Deelrapport I, Mentale gezondheid"),
        ("Gemeente Amsterdam. . Doel", "Gemeente Amsterdam. Doel"),
        ("( zie bijlage )", "(zie bijlage)"),
        ("Wacht... even", "Wacht... even"),
        ("een\nregel", "een regel"),
    ],
)
def test_spaces_are_closed_up(line: str, expected: str) -> None:
    assert close_up_spaces(line) == expected


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        (
            "zoals ouders en andere r ol modellen, is cruciaal.",
            "iedereen een rol: inwoners",
            "zoals ouders en andere rol modellen, is cruciaal.",
        ),
        ("hepatitis b en c", "Ben jij en ik", "hepatitis b en c"),
        ("zoals ouders en andere r ol modellen", "geen woord dat past", None),
        ("'s avonds", "savonds", "'s avonds"),
    ],
)
def test_a_consonant_set_apart_is_rejoined_with_its_word(
    text: str, document: str, expected: str | None
) -> None:
    words = words_without_lone_consonants(f"{text} {document}")

    assert rejoin_lone_consonants(text, words) == (expected or text)


BLOCKS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "Lees verder >",
                "Doe je mee?",
                "tekst",
                "•",
                "EU",
                "European Union (European Union )",
                "📱",
                "➔",
                ">",
                "zin.",
                ".",
                ",",
                "(",
                ")",
                "https://a.mcas.ms/?url=https://b.nl/tekst",
                "http://[",
                "\u2028",
            ]
        ),
        max_size=8,
    ).map(" ".join),
)


@given(BLOCKS)
def test_a_clean_block_stays_as_it_is(text: str) -> None:
    once = clean_block(text)

    assert clean_block(once) == once


@given(BLOCKS)
def test_a_clean_block_is_one_line_without_double_spaces(text: str) -> None:
    once = clean_block(text)

    assert once == " ".join(once.split())


@given(st.text())
def test_clean_characters_stay_as_they_are(text: str) -> None:
    once = clean_characters(text)

    assert clean_characters(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet="¹²³½¼₂⁴①ªº", min_size=1))
def test_superscripts_and_fractions_are_never_folded(text: str) -> None:
    assert clean_characters(text) == text


@pytest.mark.parametrize("rule", [clean_block, clean_characters, fold_forms, drop_invisible])
def test_the_blocks_of_the_corpus_are_clean(rule: Callable[[str], str]) -> None:
    dirty = [
        text
        for document in the_corpus().documents
        for block in document.blocks
        if rule(text := document.text[block.start : block.end]) != text
    ]

    assert dirty == []
