"""Snowball stems of folded words, Dutch and English.

Dutch is the classic algorithm ("dutch_porter"). What the library calls "dutch" today is
Kraaij-Pohlmann, which makes one word of *gezondheid* and *zon*, and of *weer* and *weerbaar*.
"""

import re
from functools import cache, lru_cache

import Stemmer

from ingest.datatypes import Language
from ingest.variants import british

_ALGORITHMS: dict[Language, str] = {"nl": "dutch_porter", "en": "english"}
_HARD = str.maketrans("vz", "fs")
_JOINTS = re.compile(r"[-&](?=[^\W\d_])|(?<=[^\W\d_])-")
"""A hyphen or ampersand beside a letter; that of *2025-2028* stays."""


@cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHMS[language])


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language) -> str:
    """Return the Snowball stem of a folded word.

    A word is one however it is joined: *burn-out* and *burnout*, *RI&E* and *RIE*, *thema's* and
    *thema*. A Dutch v or z that the stem ends with is written as at the end of a word, so *huizen*
    and *huis* share one; so do *organization* and *organisation* in English. Numbers, and names
    with digits, have no other form.
    """
    bare = word.partition("'")[0] or word
    if not bare.isalpha():
        joined = _JOINTS.sub("", bare)
        if not joined.isalpha():
            return joined
        bare = joined
    found = str(_stemmer(language).stemWord(british(bare) if language == "en" else bare))
    return found[:-1] + found[-1:].translate(_HARD) if language == "nl" else found
