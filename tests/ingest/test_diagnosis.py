"""What doctor finds, and what it says to do."""

import shutil
from pathlib import Path

import pytest

from ingest.diagnosis import Finding, diagnose
from ingest.generations import CURRENT
from ingest.pipeline import IngestReport
from ingest.settings import Settings
from ingest.vectors import PASSAGE_VECTORS
from tests.ingest.small_translations import make_line


@pytest.fixture
def house(settings: Settings, ingested: IngestReport, tmp_path: Path) -> Settings:
    """A corpus and its index of this test alone, to be damaged."""
    shutil.copytree(settings.corpus, tmp_path / "corpus")
    shutil.copytree(settings.index, tmp_path / "index")
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def problems(settings: Settings) -> list[Finding]:
    return [finding for finding in diagnose(settings) if finding.remedy]


def test_a_house_in_order_has_no_problems(house: Settings) -> None:
    findings = list(diagnose(house))

    assert [finding for finding in findings if finding.remedy] == []
    assert [finding.subject for finding in findings] == [
        *("settings", "plan-nl", "plan-en", "symposium-2025", "mentor", "hub"),
        *("translations/plan-en.nl.jsonl", "translations/symposium-2025.en.jsonl"),
        *("translations/mentor.nl.jsonl", "translations/hub.nl.jsonl"),
        "translations/hub.en.jsonl",
        *("texts", "model", "index", "disk", "disk"),
    ]


def test_a_changed_file_is_named_and_makes_text_and_index_stale(house: Settings) -> None:
    with (house.corpus / "documents" / "mentor-rivm.en.txt").open("a") as file:
        file.write("\n\nOne more sentence that nobody published.\n")

    assert problems(house) == [
        Finding(
            subject="mentor",
            state="its sha256 is not that of manifest.toml",
            remedy="put the published file back, or correct its sha256 in manifest.toml",
        ),
        Finding(
            subject="texts",
            state="not as the documents give them: mentor",
            remedy="run mhiap ingest, and remove texts without a document from "
            f"{house.corpus / 'text'}",
        ),
        Finding(subject="index", state="the documents have changed", remedy="run mhiap ingest"),
    ]


def test_a_missing_file_is_named(house: Settings) -> None:
    (house.corpus / "documents" / "mentor-rivm.en.txt").unlink()

    missing, *_ = problems(house)
    assert missing.subject == "mentor"
    assert "not in the folder" in (missing.remedy or "")


def test_a_refused_translation_is_named(house: Settings) -> None:
    path = house.corpus / "translations" / "mentor.nl.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write(make_line("Nobody wrote this.", "Niemand schreef dit.") + "\n")

    (refused,) = problems(house)
    assert refused.subject == "translations/mentor.nl.jsonl"
    assert "“Nobody wrote this.” is not a sentence of the document" in refused.state
    assert refused.remedy == f"correct those lines of {path}"


def test_a_text_that_was_edited_is_named(house: Settings) -> None:
    (house.corpus / "text" / "hub.txt").write_text("edited")
    (house.corpus / "text" / "old.txt").write_text("left over")

    (texts,) = problems(house)
    assert texts.state == "not as the documents give them: hub, old"


def test_a_missing_index_is_to_be_built(house: Settings) -> None:
    shutil.rmtree(house.index)

    assert problems(house) == [
        Finding(subject="index", state="there is no index yet", remedy="run mhiap ingest")
    ]


def test_a_damaged_index_is_to_be_built_again(house: Settings) -> None:
    folder = house.index / (house.index / CURRENT).read_text().strip()
    vectors = folder / PASSAGE_VECTORS
    vectors.write_bytes(vectors.read_bytes()[:-4] + b"\0\0\0\0")

    (index,) = problems(house)
    assert index.subject == "index"
    assert (index.remedy or "").startswith("run mhiap ingest")


def test_a_manifest_that_cannot_be_used_is_reported_and_the_rest_is_looked_at(
    house: Settings,
) -> None:
    (house.corpus / "manifest.toml").write_text("[[document]\n")

    findings = list(diagnose(house))

    assert [finding.subject for finding in findings if finding.remedy] == ["documents"]
    assert "model" in [finding.subject for finding in findings]


def test_an_unknown_model_is_reported(house: Settings, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    changed = house.model_copy(update={"embedding_model": str(tmp_path / "empty")})

    (model,) = problems(changed)
    assert model.subject == "model"
    assert "MHIAP_EMBEDDING_MODEL" in (model.remedy or "")


def test_an_empty_corpus_says_where_to_put_files(tmp_path: Path) -> None:
    documents, *_ = problems(Settings(corpus=tmp_path, index=tmp_path / "index"))

    assert documents.subject == "documents"
    assert str(tmp_path / "documents") in (documents.remedy or "")


def test_settings_that_differ_from_the_defaults_are_shown(house: Settings) -> None:
    shown = next(iter(diagnose(house.model_copy(update={"port": 8000}))))

    assert "MHIAP_PORT=8000" in shown.state


def test_looking_changes_nothing(house: Settings) -> None:
    def files() -> dict[Path, bytes]:
        folders = (house.corpus, house.index)
        found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in found}

    before = files()
    list(diagnose(house))

    assert files() == before
