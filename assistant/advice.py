"""How much a sentence reads as advice: something a reader can do, or should know to begin."""

import re

_IMPERATIVE = re.compile(
    r"^(?:leg|maak|kijk|gebruik|betrek|zorg|begin|start|zoek|vraag|stel|neem|breng|werk|deel|benoem|sluit|bouw|"
    r"organiseer|betrekken|place|put|take|support|promote|empower|provide|prepare|use|make|look|start|begin|involve|build|"
    r"connect|share|focus|engage|create|develop|identify)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:advies|adviseer\w*|kijk eerst|helpt|kan helpen|kunnen helpen|essentieel|cruciaal|noodzakelijk|"
    r"belangrijk|van belang|bied(?:t|en) kansen|ontstaan (?:\w+ )?(?:\w+ )?kansen|werkt|behoefte om|samenkomen|waardevol|"
    r"advice|helps?|can help|essential|crucial|(?:is|are) important|necessary|valuable|offers? opportunities|"
    r"opportunities (?:\w+ )?(?:arise|emerge)|designed to support|methodology|"
    r"tools at hand|guidance|guidelines|should|need to)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:advies|advice|tip)\b[^:]{0,40}:", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:presenteerde|presentatie|begeleidde|georganiseerd|lichtte|deelden|schetsten|vond plaats|presentation|presented|organised|hosted|"
    r"netwerkborrel|networking reception|webinar|bedankt|thank you)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:liet\b.*\bzien|benadrukte|stelde|gaf aan|concludeerde|showed|emphasised|stressed|stated|argued),? "
    r"(?:dat|that)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:begin\w*|start\w*|aanpak\w*|aanpakken|pak\w*|slag|stap\w*|steps?|tips?|opzet\w*|set|doen|do|work|werk\w*)$"
)
_FIRST = re.compile(r"\b(?:eerst|eerste stap|first|first step)\b", re.IGNORECASE)
IMPERATIVE, ADVICE, FIRST = 1.0, 0.6, 0.3


def reports(sentence: str) -> bool:
    """Tell whether a sentence only reports that someone spoke or that something took place.

    One that gives what was said says more.
    """
    return _REPORT.search(sentence) is not None and _SAID.search(sentence) is None


def opens_work(word: str) -> bool:
    """Tell whether a folded question word only says that work is to begin, not on what."""
    return _OPENING.match(word) is not None


def advises(sentence: str) -> float:
    """Return how much a sentence reads as advice, in [0, 1.3]; 0 when it only reports an event."""
    if reports(sentence):
        return 0.0
    first = FIRST if _FIRST.search(sentence) else 0.0
    if _IMPERATIVE.match(sentence) or _TOLD.search(sentence):
        return IMPERATIVE + first
    return ADVICE + first if _ADVICE.search(sentence) else 0.0
