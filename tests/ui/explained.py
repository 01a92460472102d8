"""An explanation with everything that one can hold, for the tests of how it is shown."""

from assistant.reasons import (
    Adjustment,
    Considered,
    Explanation,
    Match,
    Reading,
    Reason,
    SearchTerm,
)
from assistant.spelling import Correction

MHIAP = "mentale gezondheid in alle beleidsdomeinen"

FIRST = Considered(
    rank=1,
    score=9.26,
    document_id="symposium",
    title="Symposiumverslag MHiAP",
    section="Hoe begin je?",
    page=2,
    language="nl",
    start=0,
    end=40,
    quote="Begin klein met MHiAP.",
    reasons=(
        Reason(retriever="sentence", rank=2, score=0.61),
        Reason(retriever="lexical", rank=14, score=3.1),
        Reason(retriever="dense", rank=30, score=0.2),
    ),
    matches=(
        Match(asked="werk", found=("Werk",), way="word", place="text"),
        Match(asked="begin", found=("beginnen", "begint"), way="word", place="text"),
        Match(
            asked="MHiAP",
            found=("mentale gezondheid in alle beleidsdomeinen",),
            way="glossary",
            place="text",
            meaning=MHIAP,
        ),
        Match(asked="studenten", found=("studentenwelzijn",), way="part", place="text"),
        Match(asked="wonen", found=("wonen",), way="earlier", place="text"),
        Match(asked="kartrekker", found=("Kartrekkers",), way="word", place="heading"),
        Match(asked="werk", found=("werk",), way="word", place="heading"),
        Match(asked="schulden", found=("debts",), way="glossary", place="other language"),
    ),
    adjustments=(
        Adjustment(prior="named document", added=1.5, name="Symposiumverslag MHiAP"),
        Adjustment(prior="named heading", added=1.5, name="Actielijn 3"),
        Adjustment(prior="same question", added=3.0, name=""),
        Adjustment(prior="kind", added=-1.0, name="footnote"),
        Adjustment(prior="authority", added=-0.5, name="social media"),
    ),
    markers=(1, 2),
)
LAST = Considered(
    rank=9,
    score=-0.5,
    document_id="mentor",
    title="Joint Action MENTOR",
    section=None,
    page=None,
    language="en",
    start=0,
    end=20,
    quote="MENTOR brings together 43 partners.",
    translation="MENTOR brengt 43 partners bijeen.",
    reasons=(Reason(retriever="dense", rank=40, score=0.1),),
    matches=(),
    adjustments=(),
    markers=(3,),
)
READING = Reading(
    question="Hoe begin ik met werk aan MHiAP?",
    kind="how_to",
    named=("Symposiumverslag MHiAP",),
    terms=(
        SearchTerm(term="begin", others=(), weight=1.0, known=True, earlier=False),
        SearchTerm(
            term="MHiAP",
            others=(MHIAP, "mental health in all policies", "M-HiAP", "MHiAP-aanpak", "HiAP"),
            weight=1.0,
            known=True,
            earlier=False,
        ),
        SearchTerm(term="kernenergie", others=(), weight=1.0, known=False, earlier=False),
    ),
    searched=138,
    considered=(FIRST, LAST),
)
EXPLANATION = Explanation(
    language="nl",
    corrections=(Correction(typed="mhaip", read="MHiAP"), Correction(typed="svp", read="")),
    earlier="Wat is OKO?",
    readings=(READING,),
)
