"""What kind of question it is, what kind of answer it expects, and what the reader asks of its form.

The patterns are tried in order; the first that matches decides. They see the question in lower
case, spelling corrected, without its wish about language.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "draft", "compare", "overview", "contact", "how_many", "who", "when", "where", "why",
    "definition", "list", "how_to", "yes_no", "what_says",
]  # fmt: skip

NUMBER_WORDS = {
    "een": 1, "één": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4,
    "vijf": 5, "five": 5, "zes": 6, "six": 6, "zeven": 7, "seven": 7, "acht": 8, "eight": 8,
    "negen": 9, "nine": 9, "tien": 10, "ten": 10,
}  # fmt: skip
_COUNT = rf"(\d{{1,2}}|{'|'.join(NUMBER_WORDS)})"

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("draft", r"^(?:kun je |can you |please |graag )*(?:\w+ ){0,2}(?:schrijf|maak|stel|formuleer|draft|write|compose)\b"
              r".*\b(?:memo|nota|notitie|brief|mail|speech|tekst|alinea|spreekpunten|talking points|note|letter|paragraph|text|pitch|bericht)\b"),
    ("draft", r"\b(?:talking points|spreekpunten|argumenten voor|arguments for)\b"),
    ("compare", r"\b(?:verschil(?:len|t)?|vergelijk\w*|overeenkomst\w*|differen(?:ce|ces|t|s)|compare\w*|identi(?:cal|ek)|"
                r"versus|vs|hetzelfde|same as|the same|ten opzichte van|verhoudt zich)\b"),
    ("overview", r"\b(?:overzicht|overview|samenvat\w*|vat .* samen|summar\w*|takeaways?|kernpunten|hoofdpunten|belangrijkste (?:punten|lessen|boodschap\w*)|"
                 r"main (?:points|lessons|messages)|introduc\w*|inleiding|in grote lijnen|in a nutshell|waar gaat .* over\W*$|^what (?:is|was) .* about\W*$)"),
    ("contact", r"\b(?:e-?mail\w*|mailadres|mailen|contact(?:persoon|gegevens|adres|details)?(?= (?:op|opnemen|met|with|for)\b|\s*\?|$)|telefoon\w*|phone|bereiken|terecht met (?:een )?vra\w*|opgeven|aanmelden|register)\b"),
    ("how_many", r"\b(?:hoeveel|how many|how much|what percentage|which percentage|welk percentage|what share|welk deel|aantal|number of)\b"),
    ("who", r"^(?:and |en |maar |but )?(?:met |door |van |voor |by |with |from |for |to |aan )?(?:wie|who|whom|whose|wiens)\b"),
    ("who", r"\b(?:en|and) (?:door )?(?:wie|who|by whom)\b|\b(?:wie|who)\s*\?*$"),
    ("when", r"\b(?:(?:op |for |on )?(?:which|what|welke) (?:dates?|dag(?:en)?|days?|data|datums?)|wanneer|when|welke datum|what date|which date|hoe laat|what time|welk jaar|which year|what year|tot wanneer|until when|sinds wanneer|hoe lang|how long)\b"),
    ("why", r"\b(?:waarom|why|how come|hoe komt het|reden(?:en)?|reasons?|wat is het nut|wat levert .* op|what is the (?:point|use))\b"),
    ("where", r"^(?:and |en )?(?:waar(?! (?:gaat|begin|staat .* voor))|where(?! (?:do|should|can) (?:i|we) (?:begin|start))|in welke (?:gemeente|stad|land|regio)\w*|in which (?:municipalit|cit|countr|region)\w*)\b"),
    ("how_to", r"^(?:en |and |maar |but )?(?:hoe|how)\b.{0,40}\b(?:begin|start|starten|beginnen|aanpak\w*|pak|borg|borgen|sustain\w*|embed\w*|verank\w*|zorg|betrek\w*|involve|convince|overtuig\w*|organi\w+|implement\w*|koppel\w*|link|"
               r"get started|krijg|get|maak|make|keep|houd|set up|opzet\w*|kan ik|kunnen we|can (?:i|we|you|a|the|my|our)|do (?:i|we)|doe ik|moet ik|should (?:i|we))\b"),
    ("how_to", r"\b(?:aan de slag|waar begin ik|waarmee begin|where (?:do|should|can) (?:i|we) (?:begin|start)|wat moet ik doen|what should (?:i|we) do|stappen|steps|tips|"
               r"how to|kan ik (?:\w+ ){0,3}(?:starten|beginnen)|wat kun je (?:daar|eraan|er) .*doen|wat kan ik (?:doen|zeggen)|what can (?:i|we) (?:do|say))\b"),
    ("definition", r"^(?:leg .* uit\b|explain |give me a definition|geef een definitie|wat (?:bedoelt|verstaat|bedoelen) |what do .* mean by|.* waar staat dat voor)"),
    ("list", rf"\b(?:welke|which|what are the|wat zijn de|noem|opsomming|list|name the|som .* op|name)\b.*\b(?:{_COUNT}|doelen|doelstellingen|objectives|goals|actielijnen|action lines|lines of action|"
             r"componenten|components|partners|landen|countries|gemeenten|municipalities|documenten|documents|acties|actions|rapporten|reports|monitors|monitoren|voorbeelden|examples|"
             r"doelgroep\w*|target groups?|punten|points|factoren|factors|thema\w*|themes|organisaties|organi[sz]ations|initiatieven|initiatives|programma\w*|programmes?|tools?|stappen|maatregelen|measures|taken|tasks|zones)\b"),
    ("list", r"^(?:noem|geef|list|name|give me)\b"),
    ("definition", r"^(?:and |en |wat bedoelen ze met |ik snap niet )?(?:wat (?:is|zijn|betekent|houdt|was|wordt bedoeld met|wordt verstaan onder)|what(?:'s| is| are| does| was)|define|definitie|definition|leg uit wat|explain what|waar staat .* voor|"
                   r"what .* stand for)\b(?!.{0,60}\b(?:say|says|do|rol|role|task|taak|relatie|relation|doel|aim|goal|position|standpunt|stand van)\b)"),
    ("list", r"^(?:en |and )?(?:welke|which)\b"),
    ("yes_no", r"^(?:en |and |maar |but )?(?:is|zijn|kan|kun|kunnen|valt|vallen|moet|moeten|mag|heeft|hebben|klopt|wordt|worden|doet|doen|was|werd|bestaat|bestaan|komt|komen|gaat|gaan|loopt|helpt|werkt|staat|zit|"
               r"are|can|does|do|did|has|have|should|must|may|will|would|could|were|am)\b"),
    ("how_to", r"^(?:en |and )?(?:hoe|how)\b"),
)  # fmt: skip

_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_SHORT = re.compile(
    r"\b(?:in het kort|kort(?:weg)?|beknopt|briefly|in short|in brief|short|één zin|one sentence)\b"
)
_ITEMS = re.compile(
    rf"\b{_COUNT}(?:[- ](?:\w+ )?)(?:punten|point|points|talking points|spreekpunten|tips|redenen|reasons|zinnen|sentences|stappen|steps|bullets|voorbeelden|examples)\b"
)
_OWN_PLACE = re.compile(
    r"\s+(?:in|voor|binnen|bij|for|at|within) (?:mijn|onze|ons|my|our) \w+(?=\s*[?.!,]|\s*$)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{_COUNT} (?!jaar|years?|november|\w*procent|percent)\w\w+(?:en|s|n)\b")
_REQUEST = re.compile(
    r"\b(?:schrijf|maak|stel|formuleer|draft|write|compose|geef|give|kun je|can you|please|graag|me|mij|mijn|my|"
    r"een|a|an|the|de|het|korte?|short|brief|memo|nota|notitie|brief|mail|e-mail|speech|tekst|text|alinea|"
    r"paragraph|spreekpunten|talking points|bullet points|bullets|note|letter|pitch|bericht|kernpunten|"
    r"key takeaways|takeaways|overzicht|overview|samenvatting|summary|introductie|introduction|inleiding|"
    r"for|voor|aan|to|of|van|presentatie|presentation|slide|teamleider|manager|wethouder|alderman|collega\w*|"
    r"maximaal \d+ woorden|(?:a )?(?:few|paar)|bronvermelding|with sources|met bronnen|argumenten|arguments|"
    r"i'm new to this topic|i need|ik moet|ik wil|(?:\w+-)?point|punten|points)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a question asks for.

    Attributes:
        kinds: the kinds that match, most specific first; never empty.
        wanted: how many points the reader asks for, or ``None``.
        count: a number in the question that a list may have items: "the four components".
        short: whether the reader asks for a short answer.
    """

    kinds: tuple[Kind, ...]
    wanted: int | None = None
    count: int | None = None
    short: bool = False

    @property
    def kind(self) -> Kind:
        """Return the kind that decides the shape of the answer."""
        return self.kinds[0]


def analyse(question: str) -> Analysis:
    """Return the kind of a question and what it asks of the form of the answer."""
    text = " ".join(question.lower().replace("’", "'").split())
    text = re.sub(r"^(?:hoi|hallo|hi|hello|hey|goedemorgen|dag|beste|dear)\b[ ,!.]*", "", text)
    kinds = tuple(dict.fromkeys(kind for kind, pattern in _COMPILED if pattern.search(text)))
    return Analysis(
        kinds=kinds or ("what_says",),
        wanted=_number(_ITEMS.search(text)),
        count=_number(_COUNTED.search(text)),
        short=bool(_SHORT.search(text)),
    )


def _number(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    return int(found.group(1)) if found.group(1).isdigit() else NUMBER_WORDS[found.group(1)]


def without_request(question: str, kind: Kind) -> str:
    """Return a question without the words that only say what to make of it.

    ``Write a memo for my alderman: why does it pay?`` is about why it pays.
    """
    if kind == "how_to":
        return _OWN_PLACE.sub("", question)
    if kind == "definition":
        return (
            question.partition(",")[0] if len(question.partition(",")[0].split()) > 2 else question
        )
    if kind not in {"draft", "overview"}:
        return question
    _, colon, rest = question.partition(":")
    if colon and len(rest.split()) > 2:
        return rest.strip()
    return _REQUEST.sub(" ", question)
