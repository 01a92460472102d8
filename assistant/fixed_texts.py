"""Every sentence that the assistant says of its own accord, in Dutch and English.

None of these holds a fact from the documents. Support lines: 113 became free of charge in October
2025; the wording and the numbers are to be checked once a year and before real use.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.datatypes import SupportKind
from ingest.datatypes import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedTexts:
    """The fixed texts of one language.

    Attributes:
        support: the text per kind of support.
        about: the text per kind of question about the assistant; ``{documents}`` stands for a list.
        out_of_scope: the text per reason.
        language_marks: per language of a source, the words behind a sentence in it.
        translation_marks: the words behind an unofficial translation, by whether it was reviewed.
        invalid_too_long: ``{limit}`` stands for the most characters.
        invalid_documents: ``{unknown}`` and ``{known}`` stand for document ids.
    """

    support: Mapping[SupportKind, str]
    about: Mapping[str, str]
    out_of_scope: Mapping[str, str]
    not_in_corpus: str
    clarify: str
    invalid_empty: str
    invalid_too_long: str
    invalid_unreadable: str
    invalid_documents: str
    other_language_notice: str
    corrected_notice: str
    language_marks: Mapping[Language, str]
    translation_marks: Mapping[bool, str]


DUTCH = FixedTexts(
    support={
        "crisis": (
            "Denk je aan zelfdoding of maak je je zorgen om iemand? Bel 24/7 gratis en anoniem 113 "
            "(of 0800-0113) of chat op 113.nl. Is er direct levensgevaar: bel 112.\n\n"
            "Wat je verder kunt doen:\n\n"
            "- Zeg tegen iemand in je buurt hoe het met je gaat. Blijf niet alleen.\n"
            "- Bel je huisarts, of buiten kantooruren de huisartsenpost.\n\n"
            "Dit is een zoekhulp voor beleidsdocumenten. Die kan je niet helpen; de mensen van 113 wel."
        ),
        "worry_about_someone": (
            "Denk je aan zelfdoding of maak je je zorgen om iemand? Bel 24/7 gratis en anoniem 113 "
            "(of 0800-0113) of chat op 113.nl. Is er direct levensgevaar: bel 112.\n\n"
            "Wat je verder kunt doen:\n\n"
            "- Blijf bij de ander als het kan, luister en vraag gewoon hoe het gaat.\n"
            "- Ga samen naar de huisarts, of bel die als je niet weet wat je moet doen.\n"
            "- Gaat het om een collega? Ook de bedrijfsarts of een vertrouwenspersoon denkt mee.\n\n"
            "Dit is een zoekhulp voor beleidsdocumenten en kan zelf geen hulp bieden."
        ),
        "strain": (
            "Dat klinkt zwaar. Je hoeft dit niet alleen op te lossen:\n\n"
            "- Je huisarts luistert en kijkt samen met je welke hulp past.\n"
            "- Heb je werk? De bedrijfsarts denkt mee over je werk en je herstel. Je mag zelf een "
            "afspraak maken, ook als je niet ziek gemeld bent.\n"
            "- Vertel het aan een collega of leidinggevende die je vertrouwt.\n\n"
            "Wordt het je te veel, of denk je aan zelfdoding? Bel 24/7 gratis en anoniem 113 of chat "
            "op 113.nl.\n\n"
            "Dit is een zoekhulp voor beleidsdocumenten en kan zelf geen hulp bieden."
        ),
    },
    about={
        "greeting": (
            "Hallo. Ik ben een AI-systeem dat vragen over mentale gezondheid in alle "
            "beleidsdomeinen (MHiAP) beantwoordt met letterlijke zinnen uit beleidsdocumenten. "
            "Stel gerust je vraag."
        ),
        "thanks": "Graag gedaan. Controleer belangrijke zinnen altijd even in de bron.",
        "identity": (
            "Ik ben een AI-systeem, geen mens. Ik zoek in een vaste verzameling beleidsdocumenten "
            "over mentale gezondheid in alle beleidsdomeinen (MHiAP) en antwoord met letterlijke "
            "zinnen, elk met een bron. Een antwoord kan onvolledig zijn: controleer de bron."
        ),
        "human": (
            "Nee, ik ben geen mens. Ik ben een AI-systeem dat in beleidsdocumenten zoekt en "
            "letterlijke zinnen laat zien, elk met een bron. Een antwoord kan onvolledig zijn."
        ),
        "abilities": (
            "Ik beantwoord vragen over mentale gezondheid in alle beleidsdomeinen (MHiAP), in het "
            "Nederlands en het Engels. Elke zin komt letterlijk uit een document en heeft een "
            "nummer waarmee je de bron opent. Staat iets niet in de documenten, dan zeg ik dat. "
            "Ik ben een AI-systeem en een antwoord kan onvolledig zijn.\n\nIk zoek in:\n\n{documents}"
        ),
        "documents": "Ik zoek in deze documenten:\n\n{documents}",
    },
    out_of_scope={
        "medical": (
            "Over je eigen gezondheid, een diagnose of medicijnen kan ik geen advies geven. Je "
            "huisarts of apotheker kan dat wel. Ik beantwoord vragen over beleid voor mentale "
            "gezondheid."
        ),
        "legal": (
            "Juridisch advies kan ik niet geven. Het Juridisch Loket of een jurist van je eigen "
            "organisatie kan dat wel. Ik beantwoord vragen over beleid voor mentale gezondheid."
        ),
        "instructions": (
            "Dat kan ik niet doen. Ik beantwoord vragen over mentale gezondheid in alle "
            "beleidsdomeinen (MHiAP) met zinnen uit een vaste verzameling documenten."
        ),
        "fabrication": (
            "Ik verzin niets: ik laat alleen zien wat letterlijk in de documenten staat. Stel "
            "gerust een vraag over wat erin staat."
        ),
        "other_subject": (
            "Daar gaan deze documenten niet over. Ik beantwoord vragen over mentale gezondheid in "
            "alle beleidsdomeinen (MHiAP)."
        ),
    },
    not_in_corpus=(
        "Dit staat niet in deze documenten. Hieronder zie je de stukken die er het dichtst bij komen."
    ),
    clarify=(
        "Waarover wil je dit weten? Noem een onderwerp, een programma of een organisatie, of kies "
        "een van deze vragen."
    ),
    invalid_empty="Er staat nog geen vraag. Typ een vraag in het Nederlands of het Engels.",
    invalid_too_long="Je vraag is te lang. Maak hem korter dan {limit} tekens en stel hem opnieuw.",
    invalid_unreadable="Ik kan dit niet lezen. Typ een vraag in gewone woorden.",
    invalid_documents="Deze documenten ken ik niet: {unknown}. Kies uit: {known}.",
    other_language_notice=(
        "Een deel van dit antwoord is in het Engels: je ziet die zinnen zoals ze in het document "
        "staan."
    ),
    corrected_notice="Let op: de documenten noemen een ander aantal dan je vraag.",
    language_marks={"nl": "in het Nederlands", "en": "in het Engels"},
    translation_marks={
        False: "onofficiële vertaling, niet nagekeken",
        True: "onofficiële vertaling",
    },
)

ENGLISH = FixedTexts(
    support={
        "crisis": (
            "Are you thinking about suicide, or worried about someone? In the Netherlands, call 113 "
            "(or 0800-0113), free and anonymous, day and night, or chat at 113.nl. If a life is in "
            "danger now: call 112.\n\n"
            "What else you can do:\n\n"
            "- Tell someone near you how you feel. Do not stay alone.\n"
            "- Call your GP, or the out-of-hours GP service in the evening or at the weekend.\n\n"
            "This is a search tool for policy documents. It cannot help you; the people at 113 can."
        ),
        "worry_about_someone": (
            "Are you thinking about suicide, or worried about someone? In the Netherlands, call 113 "
            "(or 0800-0113), free and anonymous, day and night, or chat at 113.nl. If a life is in "
            "danger now: call 112.\n\n"
            "What else you can do:\n\n"
            "- Stay with the person if you can, listen, and simply ask how they are.\n"
            "- Go to the GP together, or call the GP if you do not know what to do.\n"
            "- Is it a colleague? The company doctor or a confidential adviser can help as well.\n\n"
            "This is a search tool for policy documents and cannot give help itself."
        ),
        "strain": (
            "That sounds hard. You do not have to solve this alone:\n\n"
            "- Your GP will listen and look with you at what help fits.\n"
            "- Do you have a job? The company doctor can think along about your work and recovery. "
            "You may make an appointment yourself, also when you are not on sick leave.\n"
            "- Tell a colleague or manager whom you trust.\n\n"
            "Is it getting too much, or are you thinking about suicide? In the Netherlands, call "
            "113, free and anonymous, day and night, or chat at 113.nl.\n\n"
            "This is a search tool for policy documents and cannot give help itself."
        ),
    },
    about={
        "greeting": (
            "Hello. I am an AI system that answers questions about Mental Health in All Policies "
            "(MHiAP) with literal sentences from policy documents. Go ahead and ask."
        ),
        "thanks": "You are welcome. Always check important sentences in the source.",
        "identity": (
            "I am an AI system, not a person. I search a fixed set of policy documents about Mental "
            "Health in All Policies (MHiAP) and answer with literal sentences, each with its source. "
            "An answer can be incomplete: check the source."
        ),
        "human": (
            "No, I am not a person. I am an AI system that searches policy documents and shows "
            "literal sentences, each with its source. An answer can be incomplete."
        ),
        "abilities": (
            "I answer questions about Mental Health in All Policies (MHiAP), in Dutch and English. "
            "Every sentence comes word for word from a document and has a number that opens its "
            "source. When something is not in the documents, I say so. I am an AI system and an "
            "answer can be incomplete.\n\nI search in:\n\n{documents}"
        ),
        "documents": "I search in these documents:\n\n{documents}",
    },
    out_of_scope={
        "medical": (
            "I cannot give advice about your own health, a diagnosis or medicines. Your GP or "
            "pharmacist can. I answer questions about mental health policy."
        ),
        "legal": (
            "I cannot give legal advice. A lawyer of your own organisation can, or in the "
            "Netherlands the Juridisch Loket. I answer questions about mental health policy."
        ),
        "instructions": (
            "I cannot do that. I answer questions about Mental Health in All Policies (MHiAP) with "
            "sentences from a fixed set of documents."
        ),
        "fabrication": (
            "I make nothing up: I only show what the documents say, word for word. Feel free to ask "
            "what is in them."
        ),
        "other_subject": (
            "These documents are not about that. I answer questions about Mental Health in All "
            "Policies (MHiAP)."
        ),
    },
    not_in_corpus=(
        "These documents do not say. Below are the passages that come closest to your question."
    ),
    clarify=(
        "What would you like to know this about? Name a subject, a programme or an organisation, or "
        "pick one of these questions."
    ),
    invalid_empty="There is no question yet. Type a question in Dutch or English.",
    invalid_too_long="Your question is too long. Make it shorter than {limit} characters and ask again.",
    invalid_unreadable="I cannot read this. Type a question in plain words.",
    invalid_documents="I do not know these documents: {unknown}. Choose from: {known}.",
    other_language_notice=(
        "Part of this answer is in Dutch: you see those sentences as they stand in the document."
    ),
    corrected_notice="Note: the documents give another number than your question does.",
    language_marks={"nl": "in Dutch", "en": "in English"},
    translation_marks={
        False: "unofficial translation, not reviewed",
        True: "unofficial translation",
    },
)

UNSUPPORTED_LANGUAGE = (
    "Ik begrijp alleen Nederlands en Engels. Stel je vraag in een van die talen.\n\n"
    "I only understand Dutch and English. Please ask your question in one of them."
)


def fixed_texts(language: Language) -> FixedTexts:
    """Return the fixed texts of a language."""
    return DUTCH if language == "nl" else ENGLISH
