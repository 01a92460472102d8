"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or Windows-1252."""

import codecs
from pathlib import Path

from ingest.errors import UnreadableFile

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WHITE_SPACE = frozenset("\t\n\v\f\r\x85")
_CONTROL_SHARE = 0.02  # text exported from other formats has a stray one; binary has 10 % and more

NOT_TEXT = "not a text file"


def read_text(path: Path) -> str:
    r"""Return the text of a file, with every line end as ``\n``.

    Raises:
        UnreadableFile: when the file cannot be opened, or is not text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"cannot be opened: {error.strerror}") from error
    return decode_text(data).replace("\r\n", "\n").replace("\r", "\n")


def decode_text(data: bytes, *, whole: bool = True) -> str:
    """Return ``data`` as text, without its byte order mark.

    ``whole`` is false for the first bytes of a longer file: the last character may then be cut.

    Raises:
        UnreadableFile: when the bytes are not text, or are UTF-8 that has been damaged.
    """
    text = _decode(data, whole=whole)
    controls = sum(1 for char in text if (char < " " or "\x7f" <= char < "\xa0"))
    controls -= sum(text.count(char) for char in _WHITE_SPACE)
    if "\0" in text or controls > _CONTROL_SHARE * len(text):
        raise UnreadableFile(NOT_TEXT)
    return text


def _decode(data: bytes, *, whole: bool) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return codecs.getincrementaldecoder(encoding)().decode(data[len(mark) :], whole)
            except UnicodeDecodeError as error:
                raise UnreadableFile(_damaged(error)) from error
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, whole)
    except UnicodeDecodeError as error:
        return _decode_windows(data, error)


def _decode_windows(data: bytes, error: UnicodeDecodeError) -> str:
    # Nearly valid UTF-8 read as Windows-1252 would turn every accent into two wrong letters.
    nearly = data.decode("utf-8", "replace")
    broken = nearly.count("\ufffd")
    if sum(1 for char in nearly if char > "\x7f") > 2 * broken:
        raise UnreadableFile(_damaged(error)) from error
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as undefined:
        raise UnreadableFile(NOT_TEXT) from undefined


def _damaged(error: UnicodeDecodeError) -> str:
    encoding = error.encoding.upper()
    return f"damaged: byte {error.start} is not valid {encoding}; save it again as UTF-8 text"
