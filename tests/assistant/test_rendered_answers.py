"""Ten answers as they read. The golden files are written anew by ``MHIAP_WRITE_GOLDEN=1``."""

import os
from pathlib import Path

import pytest

from assistant.answering import Assistant
from ingest.datatypes import Language

GOLDEN = Path(__file__).parent / "golden"
QUESTIONS: tuple[tuple[str, Language, str], ...] = (
    ("start.nl", "nl", "Hoe begin ik met MHiAP?"),
    ("start.en", "en", "How do I start with MHiAP?"),
    ("action-lines.nl", "nl", "Welke vijf actielijnen heeft de landelijke aanpak?"),
    ("action-lines.en", "en", "What are the five action lines of the national action plan?"),
    ("the-hague.nl", "nl", "Wat doet Den Haag voor studentenwelzijn?"),
    ("rivm-in-mentor.en", "en", "What is RIVM's role in MENTOR?"),
    ("two-parts.nl", "nl", "Wat is MHiAP en waarom is het nodig?"),
    ("oko.en", "en", "What is OKO?"),
    ("not-in-corpus.nl", "nl", "Hoeveel budget heeft MENTOR in totaal?"),
    ("overview.en", "en", "Give an overview of the symposium"),
)


@pytest.mark.parametrize(("name", "language", "question"), QUESTIONS)
def test_an_answer_reads_as_it_was_agreed(
    assistant: Assistant, name: str, language: Language, question: str
) -> None:
    answer = assistant.ask(question)
    sources = "\n".join(
        f"[{c.marker}] {c.document_id}, {c.section or '-'}, {c.start}-{c.end}"
        for c in answer.citations
    )
    lines = [f"# {question}", answer.status, answer.text, answer.notice or "", sources]
    lines += [f"missing: {'; '.join(answer.missing)}"] if answer.missing else []
    rendered = "\n\n".join(line for line in lines if line) + "\n"

    golden = GOLDEN / f"{name}.md"
    if os.environ.get("MHIAP_WRITE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(rendered, encoding="utf-8")
    assert answer.language == language
    assert rendered == golden.read_text(encoding="utf-8")
