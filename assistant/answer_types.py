"""Does a sentence hold what the question expects: a person, a date, a number, an address?"""

import re

from assistant.kinds import Kind

_MONTHS = (
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|june|july|august|october"
)
_DATE = re.compile(
    rf"\b(?:{_MONTHS}|(?:19|20)\d\d|jaarlijks|annual(?:ly)?|week van|najaar|autumn|voorjaar|spring|"
    r"zomer|winter|derde week|third week|maandag|dinsdag|woensdag|donderdag|vrijdag|tuesday|monday|"
    r"wednesday|thursday|friday|drie jaar|three years|\d+ (?:jaar|years?|weken|weeks|maanden|months))\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\d|\b(?:een derde|half|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend|miljoen|"
    r"two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|many hundreds|honderden)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|\bwww\.|\b0\d{1,3}[ -]?\d{3}[ -]?\d{3,4}\b")
_NAME = re.compile(
    r"(?<![.!?•] )(?<!^)\b[A-ZÀ-Þ][\w’'-]+(?: (?:van|de|der|den|van der|von|di|da|el))*"
    r"(?: [A-ZÀ-Þ][\w’'-]+)+|\b[A-Z]{2,}[A-Za-z-]*\b|\b(?:ministerie|ministry|institu\w+|gemeente\w*|municipalit\w+|"
    r"organisat\w+|organisation\w*|kartrekkers?|partners?|werkgevers|employers|scholen|schools)\b"
)
_PERSON = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: (?:van|de|der|den))* [A-ZÀ-Þ][\w’-]+")
_PLACE = re.compile(
    r"\b(?:Amsterdam|Den Haag|The Hague|Haarlem|Elburg|Delfgauw|Brussel\w*|Utrecht|Rotterdam|Nederland\w*|"
    r"Netherlands|Zweden|Sweden|Sloveni\w+|IJsland\w*|Iceland\w*|Spain|Spanje|Noorwegen|Norway|Europe?\w*|"
    r"regio\w*|gemeente\w*|municipalit\w+|landelijk\w*|nationwide|locaties|locations)\b"
)
_CAUSE = re.compile(
    r"\b(?:omdat|doordat|want|door|zodat|dankzij|oorza\w+|reden\w*|leidt tot|draagt .*? bij|helpt|because|due to|"
    r"as a result|leads? to|causes?|so that|reason\w*|contribut\w+|in order to|helps?)\b",
    re.IGNORECASE,
)


def holds_type(kind: Kind, sentence: str) -> bool:
    """Tell whether a sentence holds the type of answer that a kind of question expects.

    Kinds that expect no particular type are always satisfied.
    """
    match kind:
        case "when":
            return _DATE.search(sentence) is not None
        case "how_many":
            return _NUMBER.search(_CALENDAR.sub(" ", sentence)) is not None
        case "who":
            return _NAME.search(sentence) is not None
        case "where":
            return _PLACE.search(sentence) is not None
        case "contact":
            return _MAIL.search(sentence) is not None
        case "why":
            return _CAUSE.search(sentence) is not None
        case _:
            return True


_ASKS_MONEY = re.compile(
    r"\b(?:geld|budget|bedrag|euro'?s?|kost(?:en)?|subsidiebedrag|boete|money|funding|fine|costs?|spuk\S*|return per euro)\b",
    re.IGNORECASE,
)
_ASKS_COST = re.compile(
    r"\b(?:wat kost|what does .{1,60} cost|wat kosten|what do .{1,60} cost)\b", re.IGNORECASE
)
_ASKS_AMOUNT = re.compile(
    r"\b(?:hoeveel|how much|totale?|total|welke boete|what fine|per euro|elke euro)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[€$]\s?\d|\b\d[\d.,]*\s*(?:euro|miljoen|million|miljard|billion)\b", re.IGNORECASE
)
_PAYS = r"(?:financier\w*|gefinancierd|betaal\w*|bekosti\w*|sponsor\w*|fund(?:s|ed|ing)?|pa(?:y|ys|id)|financ(?:e|es|ed|ing))"
_ASKS_PAYER = re.compile(rf"\b(?:wie|who)\b.{{0,40}}\b{_PAYS}\b", re.IGNORECASE)
_FUNDING = re.compile(
    rf"\b(?:{_PAYS}|subsidie\w*|bekostig\w*|grant|co-?funded|financiering\w*)\b", re.IGNORECASE
)
_CONTENTS = re.compile(
    r"\b(?:heten|heet|genoemd|called|names? of|named|uitkomst\w*|resulta\w*|bevinding\w*|aanbevel\w*|conclusies|"
    r"results?|findings?|outcomes?|recommend\w*|conclude\w*|raadt|adviseert|definieert|define[sd]?|kwam er uit|find|found|"
    r"slogan|deadline|telefoonnummer|phone number|wachtlijst\w*|waiting (?:list|time)s?|gebouw|building|venue|stad|city|"
    r"leden|members|(?:minister|staatssecretaris|state secretary) (?:van|of|voor|die|in)|wie zit\w*|who sits|staat er in (?:de|het) (?:handleiding|rapport)|steps in)\b",
    re.IGNORECASE,
)


def asks_money(question: str) -> bool:
    """Tell whether a question asks for an amount of money."""
    asks = _ASKS_MONEY.search(question) and _ASKS_AMOUNT.search(question)
    return bool(asks or _ASKS_COST.search(question))


def holds_money(sentence: str) -> bool:
    """Tell whether a sentence names an amount of money."""
    return _MONEY.search(sentence) is not None


def asks_payer(question: str) -> bool:
    """Tell whether a question asks who pays for something."""
    return _ASKS_PAYER.search(question) is not None


def tells_of_funding(sentence: str) -> bool:
    """Tell whether a sentence speaks of paying or funding."""
    return _FUNDING.search(sentence) is not None


def asks_contents(question: str) -> bool:
    """Tell whether a question asks what something holds: its results, its names, its members."""
    return _CONTENTS.search(question) is not None


def expects_type(kind: Kind) -> bool:
    """Tell whether a kind of question expects a value: a date, number, name, place or address."""
    return kind in {"when", "how_many", "who", "where", "contact"}


def names_person(sentence: str) -> bool:
    """Tell whether a sentence names someone by first and last name."""
    return _PERSON.search(sentence) is not None
