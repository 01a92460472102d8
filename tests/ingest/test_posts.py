import pytest

from ingest.posts import is_profile_headline, place_posts, split_post
from ingest.reflow import RawKind
from tests.ingest.real_corpus import document, passages_of

Pieces = list[tuple[RawKind, str]]

HEADLINE = "EERSTE STAP GEZET NAAR VEILIGERE EN MENTAAL GEZONDERE ONLINE WERELD VOOR JONGEREN"


@pytest.mark.parametrize(
    ("post", "pieces"),
    [
        (
            "𝐃𝐞𝐞𝐥𝐬𝐞𝐬𝐬𝐢𝐞 𝐨𝐯𝐞𝐫𝐥𝐚𝐬𝐭 Op dinsdagmiddag was er een sessie.",
            [
                ("heading", "Deelsessie overlast"),
                ("paragraph", "Op dinsdagmiddag was er een sessie."),
            ],
        ),
        (
            "Een route op de kaart. ➡️ 𝐆𝐞ï𝐧𝐭𝐞𝐫𝐞𝐬𝐬𝐞𝐞𝐫𝐝? 𝐍𝐞𝐞𝐦 𝐜𝐨𝐧𝐭𝐚𝐜𝐭 𝐨𝐩. Bel naar 088 662 5816",
            [
                ("paragraph", "Een route op de kaart."),
                ("paragraph", "Geïnteresseerd?"),
                ("paragraph", "Neem contact op."),
                ("paragraph", "Bel naar 088 662 5816"),
            ],
        ),
        (
            f"{HEADLINE} Vandaag kwamen jongeren samen.",
            [("heading", HEADLINE), ("paragraph", "Vandaag kwamen jongeren samen.")],
        ),
        (
            "AI have a key role to play in: ✅ Strengthening personalized treatment ✅ Reducing "
            "burdens so healthcare workers can focus on people. But no technology can "
            "replace trust.",
            [
                ("paragraph", "AI have a key role to play in:"),
                ("item", "Strengthening personalized treatment"),
                ("item", "Reducing burdens so healthcare workers can focus on people."),
                ("paragraph", "But no technology can replace trust."),
            ],
        ),
        (
            "✅ Eén zin. En nog een. ✅ Ook hier. Twee zinnen.",
            [("item", "Eén zin. En nog een."), ("item", "Ook hier. Twee zinnen.")],
        ),
        (
            "⭐ Closing panel with Esther Woodbury. 📝 Please register via this link ⬇️ Aisling "
            "Blackmore #Disability #Community",
            [
                ("item", "Closing panel with Esther Woodbury."),
                ("paragraph", "Please register via this link"),
            ],
        ),
        (
            "in the EU, Iceland and Norway” ( 📅 Stay tuned for our roadmap! #MentalHealth",
            [
                ("paragraph", "in the EU, Iceland and Norway”"),
                ("paragraph", "Stay tuned for our roadmap!"),
            ],
        ),
        (
            "Join us for the launch on 25 March. Register here:",
            [("paragraph", "Join us for the launch on 25 March.")],
        ),
        (
            "samen met de Gemeente Amsterdam. 📱💬. Doel van de conferentie: een eerste stap.",
            [
                (
                    "paragraph",
                    "samen met de Gemeente Amsterdam. . Doel van de conferentie: een eerste stap.",
                )
            ],
        ),
        (
            "a mentally healthier 2035 -",
            [("paragraph", "a mentally healthier 2035")],
        ),
        ("#alleen #hashtags", [("paragraph", "#alleen")]),
        ("📱", []),
    ],
)
def test_a_post_is_split_at_its_signs(post: str, pieces: Pieces) -> None:
    assert split_post(post) == pieces


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        (
            "Building a community of mental health innovators in Asia | Medical doctor specialized "
            "in public health | Digital Health Solutions",
            True,
        ),
        ("Het RIVM | Trimbos-instituut organiseert een symposium.", False),
        ("Over ons", False),
    ],
)
def test_the_self_description_of_an_account_is_no_post(line: str, headline: bool) -> None:
    assert is_profile_headline(line) is headline


def test_every_post_is_a_section_of_its_own() -> None:
    placed = place_posts(["Eerste post.", "", "Over ons", "Wij zijn de hub.", "Tweede post."])

    assert [(p.path, p.block.kind) for p in placed] == [
        (("Post 1",), "paragraph"),
        (("Over ons",), "heading"),
        (("Over ons",), "paragraph"),
        (("Post 2",), "paragraph"),
    ]


def test_the_hub_has_a_section_per_post() -> None:
    assert list(dict.fromkeys(s.path[0] for s in document("hub").sections)) == [
        "Post 1",
        "Over ons",
        *(f"Post {number}" for number in range(2, 12)),
    ]


def test_the_bold_and_capital_headings_of_the_hub_are_sections() -> None:
    assert [s.path[1] for s in document("hub").sections if len(s.path) > 1] == [
        "Deelsessie overlast",
        HEADLINE,
    ]


def test_every_post_has_its_language() -> None:
    found = {passage.section[0]: passage.language for passage in passages_of("hub")}

    assert [name for name, language in found.items() if language == "nl"] == [
        "Post 2",
        "Post 9",
        "Post 11",
    ]


def test_nothing_is_left_of_the_signs_of_the_hub() -> None:
    text = document("hub").text

    assert [c for c in text if ord(c) >= 0x2600] == []
    assert [word for word in text.split() if word.startswith("#")] == [
        "#WonenEerst",
        "#EPW2",
        "#SaferInternetDay",
    ]
