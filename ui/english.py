"""The interface in English: plain, for readers with another mother tongue too."""

from types import MappingProxyType

from ui.texts import Texts

ENGLISH = Texts(
    language="en",
    name="MHiAP assistant",
    subject="Mental health in all policies",
    switch_label="Language of this page",
    skip_link="Go to the question field",
    question_heading="What would you like to know?",
    ai_line=(
        "This is an AI system, not a person. It takes sentences from policy documents and can be "
        "incomplete. So check the source: select the number after a sentence. Do not enter "
        "personal data."
    ),
    starters_heading="Or choose one of these questions",
    conversation_heading="Conversation",
    you_asked="Your question:",
    question_label="Your question",
    question_hint="English or Dutch",
    chars_left="{count} characters left",
    send="Ask",
    stop="Stop",
    clear="New conversation",
    searching="Searching the documents …",
    stopped="Stopped. You can ask your question again.",
    failed="Something went wrong on our side. Please ask your question again.",
    answer_ready="The answer to question {turn} is ready, with {count} sources.",
    answer_ready_one="The answer to question {turn} is ready, with 1 source.",
    answer_ready_none="The reply to question {turn} is ready.",
    marker_name="Source {marker}",
    sources_heading="Sources",
    missing="The documents say nothing about:",
    related_heading="What comes close",
    more_heading="More in the documents",
    suggestions_heading="You could also ask",
    show_in_text="Read in the text",
    panel_heading="Check the source",
    panel_hint=(
        "Select a number after a sentence. You then read that sentence here, in the text it "
        "comes from."
    ),
    panel_back="Back to answer",
    documents_heading="What the assistant searches",
    more_documents="and {count} more documents",
    quote_heading="In the text",
    twin_heading="In the other edition",
    translation_heading="This sentence {language}",
    reviewed="reviewed",
    not_reviewed="not reviewed",
    translated_by="Translated by {by}",
    shown_in="here in an {label}",
    partly_shown_in="here partly in an {label}",
    partly="partly",
    fact_title="Title",
    fact_kind="Kind",
    fact_authority="Status",
    fact_publisher="Publisher",
    fact_published="Date",
    fact_section="Section",
    fact_page="Page",
    fact_speaker="Said by",
    unknown="not stated",
    open_publisher="To the document at its publisher",
    new_window="(opens in a new window)",
    page="p. {page}",
    why_sources="Why these sources?",
    why_refused="How this was searched",
    not_searched="The documents were not searched for this question.",
    read_language="Language of your question",
    read_kind="You ask for",
    read_as="Read as",
    read_left_out="left out",
    read_after="Follows on from",
    read_named="You name",
    read_terms="Searched for",
    read_also="also: {words}",
    read_unknown="Not found",
    read_searched="Searched",
    read_passages="{count} passages; the best are below",
    cited_as="Cited as",
    found_because="Found because:",
    found_words="the text has: {words}",
    found_earlier="it has, from your earlier question: {words}",
    found_parts="part of a compound word: {words}",
    found_glossary="the same in other words: {words}",
    found_loose="only part of a term occurs: {words}",
    found_heading="the heading above it has: {words}",
    found_other_language="the same text {language} has: {words}",
    found_meaning="this sentence and the passage are closer in meaning to your question than most",
    found_meaning_of_sentence="this sentence is closer in meaning to your question than most",
    found_meaning_of_passage="the passage is closer in meaning to your question than most",
    found_little="only a little like your question; the other passages are less so",
    found_ranks="Place among {searched} passages: {ranks}",
    rank_by_words="by words {rank}",
    rank_of_sentence="by best sentence {rank}",
    rank_of_passage="by whole passage {rank}",
    found_named_document="you name this document",
    found_named_heading="you name the heading “{name}”",
    found_same_question="the text asks the same question",
    found_counts_more="counts more: {name}",
    found_counts_less="counts less: {name}",
    crisis_line=(
        "Thinking about suicide? In the Netherlands call 113, free and anonymous, 24/7, "
        "or chat at 113.nl"
    ),
    privacy_line="Your questions are not stored.",
    no_script="This page needs JavaScript to be switched on in your browser.",
    languages=MappingProxyType({"nl": "Dutch", "en": "English"}),
    in_language=MappingProxyType({"nl": "in Dutch", "en": "in English"}),
    origins=MappingProxyType(
        {
            "original": "Original",
            "official translation": "Official translation",
            "unofficial translation": "Unofficial translation",
        }
    ),
    modes=MappingProxyType(
        {
            "extractive": "Sentences from the documents, chosen by an AI system.",
            "generated": "Written by a language model. Each sentence was compared with its source.",
            "fallback": (
                "Sentences from the documents, chosen by an AI system. "
                "The language model gave no usable answer."
            ),
        }
    ),
    names=MappingProxyType({"project": "the makers of this assistant"}),
    asked_kinds=MappingProxyType(
        {
            "draft": "a text or arguments",
            "compare": "a comparison",
            "overview": "an overview",
            "contact": "contact details",
            "how_many": "a number or amount",
            "who": "a person or organisation",
            "when": "a date or period",
            "where": "a place",
            "why": "reasons",
            "definition": "what something is",
            "list": "a list",
            "how_to": "how to do something",
            "yes_no": "whether something is so",
            "what_says": "what the documents say",
        }
    ),
    months=(
        "January February March April May June July August September October November December"
    ),
)
