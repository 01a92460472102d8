from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.addresses import is_address, real_address, replace_proxied_links

REPORT = (
    "https://www.trimbos.nl/actueel/extern-nieuws/"
    "rapport-vws-interdepartementaal-beleidsonderzoek-mentale-gezondheid-en-ggz/"
)
IN_THE_SYMPOSIUM_REPORT = (
    "https://mcas-proxyweb.mcas.ms/certificate-checker?login=false&originalUrl=https%3A%2F%2F"
    "www.trimbos.nl.mcas.ms%2Factueel%2Fextern-nieuws%2Frapport-vws-interdepartementaal-"
    "beleidsonderzoek-mentale-gezondheid-en-ggz%2F%3FMcasTsid%3D20892"
    "&McasCSRF=0a84d63ef1eee17e8d4d7c1b3f870534220b6fbb081bda10d1f4a76bcc8db52a"
)


@pytest.mark.parametrize(
    ("address", "real"),
    [
        (IN_THE_SYMPOSIUM_REPORT, REPORT),
        ("https://www.trimbos.nl.mcas.ms/aanbod/?McasTsid=20892", "https://www.trimbos.nl/aanbod/"),
        ("https://www.trimbos.nl/?a=1&McasTsid=20892", "https://www.trimbos.nl/?a=1"),
        (
            "https://eur01.safelinks.protection.outlook.com/"
            "?url=https%3A%2F%2Fwww.rivm.nl%2Fmonitor%3Fjaar%3D2025&data=05%7C01%7Cjan&sdata=abc",
            "https://www.rivm.nl/monitor?jaar=2025",
        ),
        ("https://proxy.uni.nl/login?url=https://www.rivm.nl/", "https://www.rivm.nl/"),
        ("https://www.rivm.nl/zoek?url=https://elders.nl/", None),
        ("https://proxy.uni.nl/login?url=javascript:alert(1)", None),
        ("https://www.trimbos.nl/kennis/gamen-gokken/", None),
        ("http://[kapot", None),
        ("mailto:postbus%40minvws.nl?subject=Vraag", None),
    ],
)
def test_the_real_address_has_no_proxy_and_no_token(address: str, real: str | None) -> None:
    assert real_address(address) == (real or address)


def test_an_address_wrapped_a_thousand_times_is_still_read() -> None:
    wrapped = "https://www.rivm.nl/"
    for _ in range(1000):
        wrapped = f"https://a.mcas.ms/?url={wrapped}"

    assert real_address(wrapped) == "https://www.rivm.nl/"


def test_an_address_wrapped_with_its_signs_encoded_keeps_its_own_encoding() -> None:
    own = "https://www.rivm.nl/zoek?q=een%20twee"

    assert real_address(f"https://x.mcas.ms/?originalUrl={quote(own, safe='')}") == own


def test_the_words_around_a_link_stay() -> None:
    text = f"Zie {IN_THE_SYMPOSIUM_REPORT} voor het rapport."

    assert replace_proxied_links(text) == f"Zie {REPORT} voor het rapport."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("https://www.trimbos.nl/kennis/gamen-gokken/", True),
        (" mailto:postbusmentalegezondheid%40minvws.nl?subject=Mentale%20gezondheid ", True),
        ("zie https://www.trimbos.nl/", False),
        ("digitalebalans.nl", False),
        ("", False),
    ],
)
def test_a_line_is_an_address_when_it_is_nothing_else(line: str, expected: bool) -> None:
    assert is_address(line) is expected


@given(st.text(alphabet="ahtps:/.?=&%[]@#2Fmcasurl", max_size=60))
def test_any_address_can_be_read_twice(tail: str) -> None:
    real = real_address(f"https://x.mcas.ms/{tail}")

    assert real_address(real) == real
