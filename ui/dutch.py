"""The interface in Dutch: plain (B1), with "je"."""

from types import MappingProxyType

from ui.texts import Texts

DUTCH = Texts(
    language="nl",
    name="MHiAP-assistent",
    subject="Mentale gezondheid in alle beleidsdomeinen",
    switch_label="Taal van deze pagina",
    skip_link="Naar het vraagveld",
    question_heading="Wat wil je weten?",
    ai_line=(
        "Dit is een AI-systeem, geen mens. Het haalt zinnen uit beleidsdocumenten en kan iets "
        "missen. Controleer daarom de bron: klik op het nummer achter een zin. Vul geen "
        "persoonsgegevens in."
    ),
    starters_heading="Of kies een van deze vragen",
    conversation_heading="Gesprek",
    you_asked="Je vraag:",
    question_label="Je vraag",
    question_hint="Nederlands of Engels",
    chars_left="Nog {count} tekens",
    send="Stel vraag",
    stop="Stop",
    clear="Nieuw gesprek",
    searching="Ik zoek in de documenten …",
    stopped="Gestopt. Je kunt je vraag opnieuw stellen.",
    failed="Er ging iets mis aan onze kant. Stel je vraag nog een keer.",
    answer_ready="Het antwoord op vraag {turn} staat klaar, met {count} bronnen.",
    answer_ready_one="Het antwoord op vraag {turn} staat klaar, met 1 bron.",
    answer_ready_none="De reactie op vraag {turn} staat klaar.",
    marker_name="Bron {marker}",
    sources_heading="Bronnen",
    missing="Hierover staat niets in de documenten:",
    related_heading="Dit komt in de buurt",
    more_heading="Meer in de documenten",
    suggestions_heading="Je kunt ook vragen",
    show_in_text="Lees in de tekst",
    panel_heading="Controleer de bron",
    panel_hint=(
        "Klik op een nummer achter een zin. Dan lees je hier die zin in de tekst waar hij uit komt."
    ),
    panel_back="Terug naar antwoord",
    documents_heading="Hierin zoekt de assistent",
    more_documents="en nog {count} documenten",
    quote_heading="In de tekst",
    twin_heading="Dezelfde zin in de andere uitgave",
    translation_heading="Onofficiële vertaling",
    reviewed="nagekeken",
    not_reviewed="niet nagekeken",
    fact_kind="Soort",
    fact_authority="Status",
    fact_publisher="Uitgever",
    fact_published="Datum",
    fact_section="Onderdeel",
    fact_page="Pagina",
    fact_speaker="Gezegd door",
    unknown="niet vermeld",
    open_publisher="Naar het document bij de uitgever",
    new_window="(opent in een nieuw venster)",
    page="p. {page}",
    why_sources="Waarom deze bronnen?",
    why_refused="Zo is er gezocht",
    not_searched="Voor deze vraag is niet in de documenten gezocht.",
    read_language="Taal van je vraag",
    read_kind="Je vraagt naar",
    read_as="Gelezen als",
    read_left_out="weggelaten",
    read_after="Vervolg op",
    read_named="Je noemt",
    read_terms="Gezocht op",
    read_also="ook: {words}",
    read_unknown="Niet gevonden",
    read_searched="Doorzocht",
    read_passages="{count} stukken tekst; de beste staan hieronder",
    cited_as="Aangehaald als",
    score="score {score}",
    found_because="Gevonden omdat:",
    found_words="in de tekst staat: {words}",
    found_earlier="uit je eerdere vraag staat erin: {words}",
    found_parts="deel van een samengesteld woord: {words}",
    found_glossary="hetzelfde in andere woorden: {words}",
    found_loose="alleen een deel van het begrip: {words}",
    found_heading="in de kop erboven staat: {words}",
    found_word_rank="nummer {rank} van {searched} op woorden",
    found_meaning="lijkt in betekenis op je vraag (nummer {rank} van {searched})",
    found_less_meaning="lijkt in betekenis minder op je vraag (nummer {rank} van {searched})",
    found_named_document="je noemt dit document",
    found_named_heading="je noemt de kop “{name}”",
    found_same_question="de tekst stelt dezelfde vraag",
    found_counts_more="telt zwaarder mee: {name}",
    found_counts_less="telt minder mee: {name}",
    crisis_line="Denk je aan zelfdoding? Bel 24/7 gratis en anoniem 113 of chat op 113.nl",
    privacy_line="Je vragen worden niet bewaard.",
    no_script="Deze pagina werkt alleen als JavaScript aanstaat in je browser.",
    languages=MappingProxyType({"nl": "Nederlands", "en": "Engels"}),
    in_language=MappingProxyType({"nl": "in het Nederlands", "en": "in het Engels"}),
    origins=MappingProxyType(
        {
            "original": "Origineel",
            "official translation": "Officiële vertaling",
            "unofficial translation": "Onofficiële vertaling",
        }
    ),
    modes=MappingProxyType(
        {
            "extractive": "Zinnen uit de documenten, gekozen door een AI-systeem.",
            "generated": "Geschreven door een taalmodel. Elke zin is vergeleken met de bron.",
            "fallback": (
                "Zinnen uit de documenten, gekozen door een AI-systeem. "
                "Het taalmodel gaf geen bruikbaar antwoord."
            ),
        }
    ),
    names=MappingProxyType(
        {
            "national plan": "landelijke aanpak",
            "symposium report": "symposiumverslag",
            "project page": "projectpagina",
            "social media posts": "berichten op sociale media",
            "adopted plan": "vastgesteld plan",
            "EU project page": "pagina van een EU-project",
            "social media": "sociale media",
            "footnote": "voetnoot",
            "title": "titel",
        }
    ),
    asked_kinds=MappingProxyType(
        {
            "draft": "een tekst of argumenten",
            "compare": "een vergelijking",
            "overview": "een overzicht",
            "contact": "contactgegevens",
            "how_many": "een aantal of bedrag",
            "who": "een persoon of organisatie",
            "when": "een datum of periode",
            "where": "een plaats",
            "why": "redenen",
            "definition": "wat iets is",
            "list": "een opsomming",
            "how_to": "hoe je iets aanpakt",
            "yes_no": "of iets zo is",
            "what_says": "wat de documenten zeggen",
        }
    ),
    months=(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
)
