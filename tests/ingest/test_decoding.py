from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnreadableFile
from ingest.readers.decoding import decode_text, read_text

TEXT = "Coördinatie één “ja” – • €"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16-le", "utf-16-be", "windows-1252"],
)
def test_text_is_the_same_in_every_encoding(data: bytes) -> None:
    assert decode_text(data) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"beleid\0beleid",
        bytes(range(1, 32)) * 20,
        b"beleid \x81\x8d\x8f",
        TEXT.encode("utf-16-le"),
    ],
    ids=["zero byte", "control characters", "no windows-1252", "utf-16 without a mark"],
)
def test_binary_is_not_a_text_file(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="not a text file"):
        decode_text(data)


def test_a_stray_control_character_is_allowed() -> None:
    text = "Beleid en uitvoering." * 10 + "\x02"

    assert decode_text(text.encode()) == text


def test_nearly_valid_utf_8_is_damaged_and_not_another_encoding() -> None:
    data = "één beleid, vele ideeën, coördinatie".encode() + b"\xff"

    with pytest.raises(UnreadableFile, match=r"^damaged: byte \d+ is not valid UTF-8"):
        decode_text(data)


def test_utf_16_that_stops_half_way_a_character_is_damaged() -> None:
    with pytest.raises(UnreadableFile, match="not valid UTF-16"):
        decode_text(b"\xff\xfe" + "beleid".encode("utf-16-le")[:-1])


@given(st.text(alphabet=st.characters(min_codepoint=160, codec="utf-8"), max_size=40))
def test_the_first_bytes_of_a_utf_8_file_may_end_in_half_a_character(text: str) -> None:
    data = ("één " * 40 + text).encode()

    for end in range(len(data) - 8, len(data)):
        assert text.startswith(decode_text(data[:end], whole=False)[160:])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_a_line_feed(tmp_path: Path, end: str) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(f"een{end}twee{end}".encode())

    assert read_text(path) == "een\ntwee\n"


def test_a_missing_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened: No such file or directory"):
        read_text(tmp_path / "nergens.txt")
