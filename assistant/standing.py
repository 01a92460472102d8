"""Which sentences stand alone, and which need the one before them."""

import re

from ingest.datatypes import Passage, Sentence

_NEEDS_DUTCH = (
    r"(?:dit|dat|deze|die|dezelfde|zulke|dergelijke|hij|zij|ze|hen|haar|zijn|hun|beide|anderen|"
    r"weer anderen|sommigen|"
    r"hier(?:bij|in|mee|voor|door|van|op|aan|uit|over|toe|na)?|"
    r"daar(?:bij|in|mee|voor|door|van|op|aan|uit|over|toe|na|naar|om|tegenover|bovenop)?|"
    r"waarbij|waardoor|zodat|zo|maar ook|maar|en|dus|toch|conclusie:|opvallend inzicht:|"
    r"kortom|bijvoorbeeld|ondanks dat|"
    r"in (?:deze|dit|het daaropvolgende) \w+|met (?:deze|dit|hen)|samen met hen|om (?:deze|die) reden|"
    r"door deze|via deze|na deze|dit alles|het gaat|het doel van dit|het programma|de week is|de tool|"
    r"het is een groeidocument|risicofactoren die)\b"
)
_NEEDS_ENGLISH = (
    r"(?:this|these|that|those|such|he|she|they|it|his|her|their|its|both|others|some of them|"
    r"here|there|then|thus|so|but|and|or|yet|instead|consequently|as a result|therefore|to this end|"
    r"for this reason|in this context|in doing so|in other words|in short|clearly|among other things|"
    r"for example|together with them|through these|by (?:tackling|linking) (?:this|these)|"
    r"in both|the (?:programme|week|aim of this|initial results|autumn)|over two days|with a focus)\b"
)
_NEEDS = re.compile(rf"^[“‘\"'(]?(?:{_NEEDS_DUTCH}|{_NEEDS_ENGLISH})", re.IGNORECASE)
_WEAK = re.compile(
    r"^(?:it (?:is|was) (?:important|also important|essential|clear|expected)|there (?:is|are|was|were)|"
    r"het is (?:belangrijk|van belang)|er (?:is|zijn|was|waren)|zijn er|this project|dit project)\b",
    re.IGNORECASE,
)

_CONCLUDES = re.compile(
    r"^(?:conclusie|opvallend inzicht|daarom|dit komt|kortom|conclusion|as a result|consequently|therefore|in short|"
    r"among other things, this is because)\b",
    re.IGNORECASE,
)

_LISTS_QUESTIONS = re.compile(r":\s[a-zà-ÿ][^'’”\"]*\?$")

LONGEST_CHAIN = 2


def needs_predecessor(text: str) -> bool:
    """Tell whether a sentence opens with a word that points back: ``Dit``, ``They``, ``Hierbij``."""
    return _NEEDS.match(text) is not None and _WEAK.match(text) is None


def is_question(text: str) -> bool:
    """Tell whether a sentence asks; ``a list of questions: what, where, who?`` does not."""
    return text.endswith("?") and _LISTS_QUESTIONS.search(text) is None


def draws_conclusion(text: str) -> bool:
    """Tell whether a sentence draws the conclusion of the one before it."""
    return _CONCLUDES.match(text) is not None


def needed_before(passage: Passage, place: int, text: str) -> tuple[Sentence, ...] | None:
    """Return the sentences that have to come before sentence ``place``, in order.

    ``text`` is the text of the document. An item needs the sentence that leads in its list.
    Returns ``None`` when the passage does not hold what the sentence points back to.
    """
    sentences = passage.sentences
    needed: list[Sentence] = []
    here = place
    while needs_predecessor(sentences[here].of(text)):
        before = here - 1
        if sentences[here].role == "item":
            lead = passage.lead
            if lead is None:
                return None
            needed.insert(0, Sentence(start=lead.start, end=lead.end, role="lead"))
            return tuple(needed)
        if before < 0 or len(needed) >= LONGEST_CHAIN:
            return None
        needed.insert(0, sentences[before])
        if sentences[before].role == "heading":
            break
        here = before
    return tuple(needed)
