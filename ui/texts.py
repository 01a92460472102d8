"""What the interface says: one field per line or label."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.datatypes import Mode
from assistant.kinds import Kind
from ingest.datatypes import Language, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The interface in one language; braces name what is filled in.

    Attributes:
        modes: how the sentences of an answer came about.
        names: words of the manifest (kinds, authorities) and of the translations (who made them)
            as the reader knows them; others are shown as they are.
        asked_kinds: what each kind of question asks for, after "You ask for:".
        months: twelve names with spaces between, January first.
    """

    language: Language
    name: str
    subject: str
    switch_label: str
    skip_link: str
    question_heading: str
    ai_line: str
    starters_heading: str
    conversation_heading: str
    you_asked: str
    question_label: str
    question_hint: str
    chars_left: str
    send: str
    stop: str
    clear: str
    searching: str
    stopped: str
    failed: str
    answer_ready: str
    answer_ready_one: str
    answer_ready_none: str
    marker_name: str
    sources_heading: str
    missing: str
    related_heading: str
    more_heading: str
    suggestions_heading: str
    show_in_text: str
    panel_heading: str
    panel_hint: str
    panel_back: str
    documents_heading: str
    more_documents: str
    quote_heading: str
    twin_heading: str
    translation_heading: str
    reviewed: str
    not_reviewed: str
    translated_by: str
    shown_in: str
    partly_shown_in: str
    partly: str
    fact_title: str
    fact_kind: str
    fact_authority: str
    fact_publisher: str
    fact_published: str
    fact_section: str
    fact_page: str
    fact_speaker: str
    unknown: str
    open_publisher: str
    new_window: str
    page: str
    why_sources: str
    why_refused: str
    not_searched: str
    read_language: str
    read_kind: str
    read_as: str
    read_left_out: str
    read_after: str
    read_named: str
    read_terms: str
    read_also: str
    read_unknown: str
    read_searched: str
    read_passages: str
    cited_as: str
    found_because: str
    found_words: str
    found_earlier: str
    found_parts: str
    found_glossary: str
    found_loose: str
    found_heading: str
    found_other_language: str
    found_meaning: str
    found_meaning_of_sentence: str
    found_meaning_of_passage: str
    found_little: str
    found_ranks: str
    rank_by_words: str
    rank_of_sentence: str
    rank_of_passage: str
    found_named_document: str
    found_named_heading: str
    found_same_question: str
    found_counts_more: str
    found_counts_less: str
    crisis_line: str
    privacy_line: str
    no_script: str
    languages: Mapping[Language, str]
    in_language: Mapping[Language, str]
    origins: Mapping[Origin, str]
    modes: Mapping[Mode, str]
    names: Mapping[str, str]
    asked_kinds: Mapping[Kind, str]
    months: str


def date_in_words(published: str, texts: Texts) -> str:
    """Return an ISO date (year, year-month or year-month-day) as a reader writes it."""
    year, *rest = published.split("-")
    if not rest:
        return year
    month = texts.months.split()[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    return f"{int(rest[1])} {month} {year}"
