import random
import shutil
import subprocess
import sys
import time
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.building import build_index
from ingest.errors import IndexDamaged, IngestError, IngestRunning
from ingest.generations import CURRENT, UNFINISHED, current_generation
from ingest.inventory import IndexInfo, read_info, record_files, write_info
from ingest.opening import open_index
from ingest.settings import PROJECT, Settings
from ingest.storage import hash_corpus
from ingest.vectors import PASSAGE_VECTORS
from ingest.verification import verify_index
from tests.ingest.small_corpus import TEXTS, WordModel, build, make_corpus, save_words

CHANGED = {**TEXTS, "plan": ["De gemeente kiest een kartrekker. Die werkt samen.", "Nu nieuw."]}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(index=tmp_path / "var" / "index")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "index"
    build(Settings(index=folder))
    return folder


@pytest.fixture
def earlier(settings: Settings, original: Path) -> IndexInfo:
    """An index of TEXTS that serves already, where settings point."""
    shutil.copytree(original, settings.index)
    return read_info(settings.index / str(current_generation(settings.index)))


def generations(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.index.iterdir() if path.is_dir())


def answers(settings: Settings, documents: set[str] | None = None) -> list[list[tuple[str, float]]]:
    model = WordModel()
    with open_index(settings) as index:
        return [
            [
                (index.passages[number].passage_id, round(cosine, 5))
                for number, cosine in index.nearest(query, 4, documents)
            ]
            for query in model.embed_queries(["scholen doen mee", "the driving force", "wonen"])
        ]


# What a build gives


def test_the_description_says_what_was_built(settings: Settings) -> None:
    info = build(settings).info

    documents, passages = make_corpus(TEXTS)
    model = WordModel()
    assert info == read_info(settings.index / info.generation)
    assert info.generation == current_generation(settings.index)
    assert info.corpus_sha256 == hash_corpus(documents, passages)
    assert (info.embedding_model, info.embedding_sha256) == (model.name, model.sha256)
    assert (info.documents, info.passages, info.renderings, info.sentences) == (3, 6, 6, 9)
    assert (info.replaced, info.unreached, info.store) == (0, (), "local")


def test_progress_names_each_step_and_ends_each_at_its_total(settings: Settings) -> None:
    reports: list[tuple[str, int, int]] = []
    documents, passages = make_corpus(TEXTS)

    build_index(
        settings,
        documents,
        passages,
        save_words,
        WordModel(),
        lambda step, done, total: reports.append((step, done, total)),
    )

    assert [report for report in reports if report[1] == report[2]] == [
        ("embedding passages", 6, 6),
        ("embedding sentences", 6, 6),
        ("storing", 1, 1),
        ("verifying", 1, 1),
    ]


def test_building_again_from_the_same_documents_does_nothing(
    settings: Settings, earlier: IndexInfo
) -> None:
    model = WordModel()

    second = build(settings, model=model)

    assert (second.unchanged, second.info) == (True, earlier)
    assert model.embedded == []
    assert generations(settings) == [earlier.generation]


def test_a_forced_build_embeds_everything_again(settings: Settings, earlier: IndexInfo) -> None:
    built = build(settings, force=True)

    assert (built.unchanged, built.embedded) == (False, 12)
    assert built.info.generation != earlier.generation


# What is kept from the last generation


def test_unchanged_passages_and_sentences_keep_their_vectors(
    settings: Settings, earlier: IndexInfo
) -> None:
    model = WordModel()

    built = build(settings, CHANGED, model=model)

    assert model.embedded == ["Nu nieuw."]
    assert built.embedded == 1
    assert built.info.replaced == 1


def test_an_index_grown_by_differences_answers_like_one_made_from_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    fresh = Settings(index=tmp_path / "fresh")
    build(settings)
    build(settings, {**CHANGED, "extra": ["Een bericht."]})
    build(settings, CHANGED)

    build(fresh, CHANGED)

    assert answers(settings) == answers(fresh)


def test_a_collection_that_was_mostly_replaced_is_made_from_nothing(settings: Settings) -> None:
    replaced = [
        build(settings, {"page": [f"{word} {n}" for n in range(4)]}).info.replaced
        for word in ("een", "twee", "drie")
    ]

    assert replaced == [0, 4, 0]


def test_another_model_embeds_everything_again(settings: Settings, earlier: IndexInfo) -> None:

    built = build(settings, model=WordModel(name="other"))

    assert (built.embedded, built.info.embedding_model) == (12, "other")


def test_nothing_is_kept_from_a_damaged_generation(settings: Settings, earlier: IndexInfo) -> None:
    vectors = settings.index / earlier.generation / PASSAGE_VECTORS
    content = bytearray(vectors.read_bytes())
    content[-1] ^= 1
    vectors.write_bytes(content)

    built = build(settings)

    assert (built.unchanged, built.embedded) == (False, 12)
    assert verify_index(settings.index / built.info.generation) == []


def test_a_collection_that_lies_is_found_out_and_made_from_nothing(settings: Settings) -> None:
    """The files are as recorded, but the collection lacks what the description promises."""
    first = build(settings, {"plan": ["Een."]}).info
    build(settings)
    folder = settings.index / str(current_generation(settings.index))
    shutil.rmtree(folder / "chroma")
    shutil.copytree(settings.index / first.generation / "chroma", folder / "chroma")
    write_info(folder, replace(read_info(folder), files=record_files(folder)))

    built = build(settings, CHANGED)

    assert verify_index(settings.index / built.info.generation) == []


def test_another_version_of_chroma_keeps_vectors_but_not_the_collection(
    settings: Settings, earlier: IndexInfo
) -> None:
    write_info(settings.index / earlier.generation, replace(earlier, built_with="1.0.20"))

    built = build(settings)

    assert (built.unchanged, built.embedded, built.info.replaced) == (False, 0, 0)


def test_another_layout_of_the_index_keeps_nothing(settings: Settings, earlier: IndexInfo) -> None:
    write_info(settings.index / earlier.generation, replace(earlier, code_version=0))

    assert build(settings).embedded == 12


def test_many_equal_passages_neither_hide_the_others_nor_make_readers_disagree(
    settings: Settings,
) -> None:
    words = [f"woord{n}" for n in range(300)]
    random.Random(0).shuffle(words)
    texts = {"page": ["Lees verder over dit onderwerp."] * 900 + words}

    built = build(settings, texts, model=WordModel(dimensions=64))

    queries = WordModel(dimensions=64).embed_queries(words)
    with open_index(settings) as index, open_index(settings) as other:
        found = [index.nearest(query, 20) for query in queries]
        again = [other.nearest(query, 20) for query in queries]
    assert [hits[0][0] for hits in found] == list(range(900, 1200))
    assert again == found
    assert verify_index(settings.index / built.info.generation) == []


# What stays on disk


def test_the_serving_generation_and_the_one_before_stay(settings: Settings) -> None:
    names = [build(settings, {"page": [f"Bericht {n}."]}).info.generation for n in range(3)]

    assert generations(settings) == sorted(names[1:])
    assert current_generation(settings.index) == names[2]


def test_what_a_killed_build_left_is_removed_even_when_nothing_changed(
    settings: Settings, earlier: IndexInfo
) -> None:
    (settings.index / f"20200101T000000Z-00000000{UNFINISHED}" / "chroma").mkdir(parents=True)

    build(settings)

    assert generations(settings) == [earlier.generation]


class BrokenModel(WordModel):
    def embed_passages(self, texts: object) -> object:  # type: ignore[override]
        raise RuntimeError("the model fails")


def test_a_failing_build_leaves_the_old_index_and_no_rubbish(
    settings: Settings, earlier: IndexInfo
) -> None:
    before = answers(settings)

    with pytest.raises(RuntimeError, match="the model fails"):
        build(settings, CHANGED, model=BrokenModel())

    assert generations(settings) == [earlier.generation]
    assert answers(settings) == before


def test_an_index_that_fails_its_verification_does_not_serve(
    settings: Settings, earlier: IndexInfo
) -> None:
    class HalfModel(WordModel):
        def embed_queries(self, texts: object) -> object:  # type: ignore[override]
            return super().embed_queries(texts) / np.float32(2)  # type: ignore[arg-type]

    with pytest.raises(IndexDamaged, match=r"did not pass its verification .*not of length 1"):
        build(settings, model=HalfModel(name="half"))

    assert generations(settings) == [earlier.generation]
    assert current_generation(settings.index) == earlier.generation


def test_too_little_room_is_told_before_anything_is_written(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage(10, 9, 1))

    with pytest.raises(IngestError, match=r"needs about 16 MB .* 0 MB are free: make room"):
        build(settings)

    assert generations(settings) == []


def test_a_place_that_is_no_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(IngestError, match=r"cannot be written .* MHIAP_INDEX"):
        build(Settings(index=tmp_path / "file"))


def test_a_full_disk_is_reported_and_leaves_nothing(settings: Settings, earlier: IndexInfo) -> None:
    documents, passages = make_corpus(CHANGED)

    def fill(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(IngestError, match=r"No space left on device.* make room"):
        build_index(
            settings, documents, passages, fill, WordModel(), lambda step, done, total: None
        )

    assert generations(settings) == [earlier.generation]


# Two builders, and builders that are killed

WAITING = """
import sys
from pathlib import Path
from ingest.settings import Settings
from tests.ingest.small_corpus import WordModel, build

class Waiting(WordModel):
    def embed_passages(self, texts):
        print("embedding", flush=True)
        sys.stdin.readline()
        return super().embed_passages(texts)

print(build(Settings(index=Path(sys.argv[1])), model=Waiting()).info.generation, flush=True)
"""


def test_of_two_builders_one_wins_and_the_other_is_told_at_once(settings: Settings) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, str(settings.index)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as winner:
        assert winner.stdout is not None
        assert winner.stdout.readline() == "embedding\n"
        started = time.monotonic()
        with pytest.raises(IngestRunning, match=rf"process {winner.pid} on"):
            build(settings)
        waited = time.monotonic() - started
        printed, _ = winner.communicate("\n" * 9)

    assert waited < 2
    assert printed.split()[-1] == current_generation(settings.index)
    assert verify_index(settings.index / printed.split()[-1]) == []


def test_a_builder_killed_at_any_moment_leaves_the_index_answering(settings: Settings) -> None:
    """Six kills; the builder starts as another process that builds one index after another."""
    build(settings, {**TEXTS, "extra": ["Een vaste zin."]})
    expected = answers(settings, set(TEXTS))
    moments = random.Random(20261122)
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.ingest.small_corpus", str(settings.index)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            text=True,
        ) as builder:
            assert builder.stdout is not None
            assert builder.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0, 1.5))
            builder.kill()

        assert answers(settings, set(TEXTS)) == expected
        assert (settings.index / CURRENT).is_file()

    built = build(settings)

    assert verify_index(settings.index / built.info.generation) == []
    assert answers(settings) == expected
    assert len(generations(settings)) <= 2
