"""American spellings of English words as British ones, so that either finds the other."""

import re
from functools import lru_cache

_ISE = re.compile(r"(?<=[a-z]{2}[a-tv-z])iz(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational)$)")
_YSE = re.compile(r"(?<=[a-z]l)yz(?=(?:e|ed|er|ers|es|ing)$)")
_DOUBLED = re.compile(
    r"((?:cance|channe|counse|dia|fue|labe|leve|mode|pane|signa|tota|trave|tunne|unrave)l)"
    r"(?=(?:ed|er|ers|ing|ings|or|ors)$)"
)

_OUR = frozenset(
    """arbor ardor armor behavior candor clamor color demeanor endeavor favor fervor flavor harbor
    honor humor labor misbehavior neighbor odor parlor rancor rigor rumor savor splendor succor
    tumor valor vapor vigor discolor disfavor dishonor""".split()
)
_OUR_ENDINGS = frozenset(
    "able ably al ally ed er ers ful fully hood hoods ing ings ism ite ites less ly s".split()
)
"""Before other endings both write *or*: laborious, humorous, honorary."""

_WORDS = dict(
    pair.split("=")
    for pair in """
    center=centre theater=theatre liter=litre meter=metre fiber=fibre caliber=calibre luster=lustre
    meager=meagre somber=sombre specter=spectre centered=centred centering=centring
    program=programme dialog=dialogue catalog=catalogue analog=analogue monolog=monologue
    defense=defence offense=offence pretense=pretence license=licence practise=practice
    practised=practiced practising=practicing fulfill=fulfil fulfillment=fulfilment enroll=enrol
    enrollment=enrolment installment=instalment skillful=skilful skillfully=skilfully
    willful=wilful jewelry=jewellery marvelous=marvellous woolen=woollen aging=ageing
    judgment=judgement acknowledgment=acknowledgement aluminum=aluminium artifact=artefact
    skeptic=sceptic skeptical=sceptical skepticism=scepticism gray=grey mold=mould plow=plough
    pediatric=paediatric pediatrics=paediatrics pediatrician=paediatrician anemia=anaemia
    orthopedic=orthopaedic gynecology=gynaecology gynecologist=gynaecologist leukemia=leukaemia
    anesthesia=anaesthesia estrogen=oestrogen fetus=foetus fetal=foetal diarrhea=diarrhoea
    encyclopedia=encyclopaedia maneuver=manoeuvre cozy=cosy pajamas=pyjamas mom=mum math=maths
    airplane=aeroplane colorblind=colourblind
    """.split()
)


@lru_cache(maxsize=100_000)
def british(word: str) -> str:
    """Return a folded English word in its British spelling; other words as they are.

    *organization*, *behavior* and *centers* give *organisation*, *behaviour* and *centres*.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word.endswith("s") and word[:-1] in _WORDS:
        return f"{_WORDS[word[:-1]]}s"
    before, found, after = word.partition("or")
    while found and f"{before}or" not in _OUR:
        more, found, after = after.partition("or")
        before += f"or{more}"
    if found and (not after or after in _OUR_ENDINGS):
        return f"{before}our{after}"
    return _DOUBLED.sub(r"\1l", _YSE.sub("ys", _ISE.sub("is", word)))


@lru_cache(maxsize=10_000)
def in_british(words: str) -> str:
    """Return folded words with spaces between them, each in its British spelling."""
    return " ".join(map(british, words.split()))
