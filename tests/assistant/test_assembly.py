from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.assembly import open_assistant
from ingest.errors import IndexMissing
from ingest.pipeline import IngestReport
from ingest.settings import Settings


def test_the_assistant_holds_the_documents_and_the_stamp_of_its_index(
    assistant: Assistant, settings: Settings
) -> None:
    assert set(assistant.documents) == {"plan-nl", "plan-en", "symposium-2025", "mentor", "hub"}
    assert assistant.stamp.generation == (settings.index / "CURRENT").read_text().strip()
    assert len(assistant.stamp.corpus_sha256) == 64


def test_without_an_index_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="mhiap ingest"):
        open_assistant(Settings(index=tmp_path))


def test_a_corpus_without_glossary_and_questions_still_answers(
    settings: Settings, ingested: IngestReport, tmp_path: Path
) -> None:
    bare = open_assistant(Settings(corpus=tmp_path, index=settings.index))
    answer = bare.ask("Wat doet Den Haag voor studentenwelzijn?")

    assert answer.status == "answered"
    assert answer.suggestions == bare.starters("nl") == ()
