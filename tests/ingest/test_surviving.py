import pytest

from ingest.surviving import MONTHS, lost_names, lost_values

SAME = [
    ("Dat kost € 1.234,56.", "That costs €1,234.56."),
    ("Het waren 1.234.567 mensen.", "There were 1,234,567 people."),
    ("Het waren 1.234 mensen.", "There were 1234 people."),
    ("Een 7,5 dus.", "So a 7.5."),
    ("Symposiumverslag, 7 november 2025", "Symposium report, November 7, 2025"),
    ("Op 7 november 2025.", "On the 7th of November 2025."),
    ("Van 3 tot 5 juni.", "From June 3 to June 5."),
    ("Sinds mrt. 2024.", "Since March 2024."),
    ("In mei wel.", "You may do so."),
    ("In maart 2025.", "In March 2025."),
    ("De 21e eeuw: 15%.", "The 21st century: 15 per cent."),
    ("Zie https://www.trimbos.nl/mhiap.", "Look at https://www.trimbos.nl/mhiap!"),
    ("Zie www.loketgezondleven.nl (of 113.nl).", "See www.loketgezondleven.nl, or 113.nl."),
    ("Mail naar info@trimbos.nl.", "Send a mail to info@trimbos.nl, please."),
    ("“https://rivm.nl/ggz”", "'https://rivm.nl/ggz'"),
    ("Geen getal.", "No number."),
]
DIFFERENT = [
    ("Dat kost 1.234,56.", "That costs 1,234.65.", ["1234.56", "1234.65"]),
    ("Een 7,5 dus.", "So 75.", ["7.5", "75"]),
    ("Van 2 tot 3.", "From 2 on.", ["3"]),
    ("Twee, 2 en 2.", "Two, and 2.", ["2"]),
    ("Op 7 november 2025.", "On 8 November 2025.", ["7", "8"]),
    ("Op 7 november 2025.", "On 7 December 2025.", ["December", "November"]),
    ("Op 7 november.", "On the 7th.", ["November"]),
    ("Mail info@trimbos.nl.", "Mail info@trimbos.eu.", ["info@trimbos.eu", "info@trimbos.nl"]),
    ("Mail a.b@trimbos.nl.", "Mail us.", ["a.b@trimbos.nl"]),
    ("Zie https://a.nl/x?1.", "See https://a.nl/x?2.", ["https://a.nl/x?1", "https://a.nl/x?2"]),
    ("Zie www.rivm.nl/een.", "See www.rivm.nl/twee.", ["www.rivm.nl/een", "www.rivm.nl/twee"]),
    ("Bel of chat op 113.nl.", "Call or chat.", ["113.nl"]),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_what_is_only_written_otherwise_survives(source: str, target: str) -> None:
    assert lost_values(source, target) == lost_values(target, source) == []


@pytest.mark.parametrize(("source", "target", "lost"), DIFFERENT)
def test_what_differs_is_named_in_either_direction(
    source: str, target: str, lost: list[str]
) -> None:
    assert lost_values(source, target) == lost_values(target, source) == lost


def test_there_are_twelve_months_in_either_language() -> None:
    assert len(set(MONTHS.values())) == 12
    assert (MONTHS["mei"], MONTHS["Mei"], MONTHS["okt"]) == ("May", "May", "October")
    assert MONTHS.keys().isdisjoint({"may", "march"})


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Daar werkt Pharos aan.", "Pharos works on it.", []),
        ("Daar werkt Pharos aan.", "They work on it.", ["Pharos"]),
        ("Pharos werkt eraan.", "They work on it.", []),
        ("Dat doet het Trimbos-instituut.", "The Trimbos Institute does.", []),
        ("Het gebeurt in Québec.", "It happens in Quebec.", []),
        ("This is Pharos’ and Pharos's work.", "Dit is het werk van Pharos.", []),
        ("It happened in March.", "Het gebeurde in maart.", []),
        ("It happened in March.", "Het gebeurde in april.", ["March"]),
        ("Een Gemeente helpt.", "It helps.", []),
        ("Zo zegt VWS dat.", "The Ministry of Health says so.", []),
        ("IN KAPITALEN STAAT PHAROS HIER.", "This is in capitals.", []),
        ("Mail Info@Trimbos.nl of https://Pharos.nl.", "Mail them.", []),
        ("Met Pharos, en Pharos.", "With them.", ["Pharos"]),
    ],
)
def test_a_name_inside_a_sentence_is_looked_for_in_its_translation(
    source: str, target: str, lost: list[str]
) -> None:
    known = {"vws": {"ministry", "health"}}

    assert lost_names(source, target, {"gemeente"}, known) == lost
