"""Bytes to Source."""

from __future__ import annotations

import codecs

from editlint.errors import Place, ReadError
from editlint.text.source import Source

__all__ = ["decode"]

# The longer mark first: UTF-32 LE begins with the mark of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What encodings that look for a mark themselves come to where there is none; and offsets count no mark then.
_UNMARKED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_BINARY_LOOK = 8192


def decode(name: str, data: bytes, encoding: str = "utf-8") -> Source:
    """Decode a file; a byte order mark, where there is one, outranks `encoding`.

    Raises ReadError for binary data and for bytes that the encoding does not know, naming the byte
    (counted from 0, the mark included).
    """
    bom, known = b"", codecs.lookup(encoding).name
    encoding = _UNMARKED.get(known, known)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            bom, encoding = mark, marked
            break
    if encoding == "utf-8" and b"\0" in data[:_BINARY_LOOK]:
        raise ReadError("this is a binary file (it holds NUL bytes); only text can be checked.", Place(name))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        before = data[len(bom) : at].decode(encoding, "replace")
        line = Source(name, before).position(len(before)).line
        raise ReadError(
            f"byte {at} (0x{data[at]:02x}) is not {encoding.upper()}. Save the file as UTF-8, "
            "or name its encoding: --encoding latin-1.",
            Place(name, line),
        ) from error
    return Source(name, text, encoding, bom)
