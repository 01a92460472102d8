import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.embedding import (
    SHIPPED,
    Embedder,
    SentenceTransformerEmbedder,
    hash_model,
    load_embedder,
    load_sentence_transformer,
)
from ingest.errors import ModelError
from ingest.settings import PROJECT
from ingest.static_embedding import Prompts, StaticEmbedder

SENTENCES = [
    "",
    " ",
    "Mentale gezondheid in alle beleidsdomeinen raakt wonen, werk en onderwijs.",
    "Mental health in all policies touches housing, work and education.",
    "Hoe begin ik met MHiAP?",
    "🙂 🙃 👩‍👩‍👧",
    "één, reële coöperatie; naïve façade — “quote”",
    "𝗠𝗲𝗻𝘁𝗮𝗹 ﬁnance ½ ²",
    "zxqw " * 3,
    "gezondheid en bestaanszekerheid " * 5000,
]


@pytest.fixture(scope="module")
def shipped() -> Embedder:
    return load_embedder("nl-en")


@pytest.fixture(scope="module")
def reference() -> SentenceTransformerEmbedder:
    folder = SHIPPED / "nl-en"
    model = load_sentence_transformer(folder)
    return SentenceTransformerEmbedder(
        name="nl-en", sha256=hash_model(folder), model=model, prompts=Prompts()
    )


def copy_model(
    folder: Path, *, modules: tuple[str, ...] = ("StaticEmbedding", "Normalize")
) -> Path:
    """Copy the shipped model, with ``modules`` as the steps that its modules.json names."""
    shutil.copytree(SHIPPED / "nl-en", folder)
    types = {
        "StaticEmbedding": (
            "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
        ),
        "Normalize": "sentence_transformers.base.modules.normalize.Normalize",
    }
    steps = [
        {"idx": i, "name": str(i), "path": "" if i == 0 else "1_Normalize", "type": types[kind]}
        for i, kind in enumerate(modules)
    ]
    (folder / "modules.json").write_text(json.dumps(steps))
    return folder


def set_prompts(folder: Path, prompts: dict[str, str]) -> None:
    file = folder / "config_sentence_transformers.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "prompts": prompts}))


def run_python(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_shipped_model_is_read_without_sentence_transformers() -> None:
    done = run_python(
        "import sys; from ingest.embedding import load_embedder;"
        "load_embedder('nl-en').embed_queries(['Hoe begin ik?']);"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )

    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_static_vectors_equal_those_of_sentence_transformers(
    shipped: Embedder, reference: SentenceTransformerEmbedder
) -> None:
    assert isinstance(shipped, StaticEmbedder)
    np.testing.assert_allclose(
        shipped.embed_passages(SENTENCES), reference.embed_passages(SENTENCES), atol=1e-5, rtol=0
    )
    np.testing.assert_allclose(
        shipped.embed_queries(SENTENCES), reference.embed_queries(SENTENCES), atol=1e-5, rtol=0
    )


@settings(deadline=None, max_examples=40)
@given(texts=st.lists(st.text(max_size=60), max_size=4))
def test_static_vectors_equal_those_of_sentence_transformers_on_any_text(
    texts: list[str], shipped: Embedder, reference: SentenceTransformerEmbedder
) -> None:
    np.testing.assert_allclose(
        shipped.embed_passages(texts), reference.embed_passages(texts), atol=1e-5, rtol=0
    )


def test_both_implementations_have_the_same_name_hash_and_dimensions(
    shipped: Embedder, reference: SentenceTransformerEmbedder
) -> None:
    assert (shipped.name, shipped.sha256, shipped.dimensions) == (
        reference.name,
        reference.sha256,
        reference.dimensions,
    )


@pytest.mark.parametrize("which", ["shipped", "reference"])
def test_vectors_are_float32_rows_of_length_one(which: str, request: pytest.FixtureRequest) -> None:
    embedder: Embedder = request.getfixturevalue(which)

    vectors = embedder.embed_passages(["mentale gezondheid", "mental health", "🙂"])

    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


@pytest.mark.parametrize("which", ["shipped", "reference"])
def test_no_texts_give_no_rows(which: str, request: pytest.FixtureRequest) -> None:
    embedder: Embedder = request.getfixturevalue(which)

    assert embedder.embed_queries([]).shape == (0, embedder.dimensions)
    assert embedder.embed_passages([]).shape == (0, embedder.dimensions)


def test_a_text_without_tokens_gives_zeros(shipped: Embedder) -> None:
    assert not shipped.embed_queries(["", " "]).any()


def test_a_vector_does_not_depend_on_the_texts_beside_it(shipped: Embedder) -> None:
    together = shipped.embed_passages(SENTENCES)

    alone = np.vstack([shipped.embed_passages([text]) for text in SENTENCES])

    np.testing.assert_array_equal(together, alone)


def test_the_two_languages_share_one_space(shipped: Embedder) -> None:
    dutch, english, other = shipped.embed_passages(
        ["de gemeente werkt samen met scholen", "the municipality works with schools", "het weer"]
    )

    assert dutch @ english > 0.3 > dutch @ other


def test_a_folder_with_other_modules_is_loaded_by_sentence_transformers(tmp_path: Path) -> None:
    folder = copy_model(tmp_path / "model", modules=("StaticEmbedding", "Normalize", "Normalize"))

    embedder = load_embedder(str(folder))

    assert isinstance(embedder, SentenceTransformerEmbedder)
    np.testing.assert_allclose(
        embedder.embed_passages(["de wijk"]),
        load_embedder("nl-en").embed_passages(["de wijk"]),
        atol=1e-5,
    )


@pytest.mark.parametrize(
    "modules", [("StaticEmbedding",), ("StaticEmbedding", "Normalize", "Normalize")]
)
def test_models_of_the_e5_family_get_their_prompts(
    tmp_path: Path, modules: tuple[str, ...], shipped: Embedder
) -> None:
    embedder = load_embedder(str(copy_model(tmp_path / "tiny-e5-small", modules=modules)))

    queries = embedder.embed_queries(["de wijk"])
    passages = embedder.embed_passages(["de wijk"])

    expected = shipped.embed_passages(["query: de wijk", "passage: de wijk"])
    np.testing.assert_allclose(np.vstack([queries, passages]), expected, atol=1e-5)


def test_prompts_that_a_model_brings_are_used(tmp_path: Path, shipped: Embedder) -> None:
    folder = copy_model(tmp_path / "e5")
    set_prompts(folder, {"query": "vraag ", "document": "tekst "})

    embedder = load_embedder(str(folder))

    np.testing.assert_array_equal(
        np.vstack([embedder.embed_queries(["wijk"]), embedder.embed_passages(["wijk"])]),
        shipped.embed_passages(["vraag wijk", "tekst wijk"]),
    )


def test_loading_and_embedding_print_nothing(tmp_path: Path) -> None:
    folder = copy_model(tmp_path / "model", modules=("StaticEmbedding", "Normalize", "Normalize"))

    done = run_python(
        "from ingest.embedding import load_embedder;"
        f"load_embedder({str(folder)!r}).embed_passages(['a'] * 300)"
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "file", ["model.safetensors", "tokenizer.json", "config_sentence_transformers.json"]
)
def test_a_change_in_any_file_that_decides_the_vectors_changes_the_hash(
    tmp_path: Path, file: str
) -> None:
    folder = copy_model(tmp_path / "model")
    before = hash_model(folder)

    with (folder / file).open("ab") as stream:
        stream.write(b" ")

    assert hash_model(folder) != before


def test_the_card_of_a_model_does_not_change_its_hash(tmp_path: Path) -> None:
    folder = copy_model(tmp_path / "model")
    before = hash_model(folder)

    (folder / "README.md").write_text("another card")

    assert hash_model(folder) == before


def test_another_model_than_the_index_was_built_with_is_refused() -> None:
    with pytest.raises(
        ModelError, match=r"not the one that the index was built with.*mhiap ingest"
    ):
        load_embedder("nl-en", sha256="0" * 64)


def test_the_model_that_the_index_was_built_with_is_accepted(shipped: Embedder) -> None:
    assert load_embedder("nl-en", sha256=shipped.sha256).sha256 == shipped.sha256


def truncate_weights(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])


def garble_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text('{"version": 3}')


def remove_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def garble_configuration(folder: Path) -> None:
    (folder / "config_sentence_transformers.json").write_text("{")


def garble_modules(folder: Path) -> None:
    (folder / "modules.json").write_text("[{")


@pytest.mark.parametrize(
    "damage",
    [
        truncate_weights,
        garble_tokenizer,
        remove_tokenizer,
        garble_configuration,
        garble_modules,
    ],
)
def test_a_damaged_model_is_refused_with_advice(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = copy_model(tmp_path / "model")
    damage(folder)

    with pytest.raises(ModelError, match=r"cannot be loaded .*MHIAP_EMBEDDING_MODEL"):
        load_embedder(str(folder))


def test_an_empty_folder_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no sentence model in .*MHIAP_EMBEDDING_MODEL"):
        load_embedder(str(tmp_path))


@pytest.mark.parametrize("name", ["nobody/no-such-model", "/no/such/folder", "not a name!"])
def test_a_name_that_is_nowhere_is_refused_with_advice(name: str) -> None:
    done = run_python(
        "from ingest.embedding import load_embedder\n"
        "from ingest.errors import ModelError\n"
        f"try: load_embedder({name!r})\n"
        "except ModelError as error: print(error)",
        HF_HUB_OFFLINE="1",
    )

    assert "set MHIAP_EMBEDDING_MODEL to" in done.stdout
    assert done.stderr == ""


def test_a_model_that_the_hub_has_left_on_this_machine_is_found_by_its_name(tmp_path: Path) -> None:
    model = tmp_path / "hub" / "models--someone--tiny"
    (model / "refs").mkdir(parents=True)
    (model / "refs" / "main").write_text("abc123")
    copy_model(model / "snapshots" / "abc123")

    done = run_python(
        "from ingest.embedding import load_embedder; m = load_embedder('someone/tiny');"
        "print(m.name, m.dimensions)",
        HF_HUB_OFFLINE="1",
        HF_HOME=str(tmp_path),
    )

    assert (done.stdout, done.stderr) == (f"someone/tiny {load_embedder('nl-en').dimensions}\n", "")
