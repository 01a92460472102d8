"""Recognise, before anything is looked up, what needs a fixed answer instead of a search."""

from dataclasses import dataclass
from typing import Literal, cast

from assistant.phrases import read_phrasebook

AboutKind = Literal["greeting", "thanks", "identity", "human", "abilities", "documents"]
ScopeReason = Literal["medical", "legal", "instructions", "fabrication", "other_subject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeVerdict:
    """What kind of fixed answer a question gets.

    Attributes:
        about: what is asked about the assistant; set when ``status`` is ``about``.
        reason: why the question is declined; set when ``status`` is ``out_of_scope``.
    """

    status: Literal["about", "out_of_scope"]
    about: AboutKind | None = None
    reason: ScopeReason | None = None


def detect_scope(question: str) -> ScopeVerdict | None:
    """Return the fixed answer that ``question`` calls for, or ``None`` when it must be looked up.

    A greeting or thanks counts only when nothing else is said; another subject counts only when the
    question does not carry the subject of the corpus as well. Distress comes first and is not
    looked at here: call ``detect_support`` before.
    """
    found = read_phrasebook("scope").kinds(question)
    if not found:
        return None
    status, _, detail = found[0].partition(":")
    if status == "about":
        return ScopeVerdict(status="about", about=cast(AboutKind, detail))
    return ScopeVerdict(status="out_of_scope", reason=cast(ScopeReason, detail))
