"""The languages of the interface."""

from collections.abc import Mapping
from types import MappingProxyType

from ingest.datatypes import Language
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.texts import Texts

TEXTS: Mapping[Language, Texts] = MappingProxyType({"nl": DUTCH, "en": ENGLISH})
"""The interface by language; the first is shown to who asks for none."""
