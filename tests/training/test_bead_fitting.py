import numpy as np
import pytest
from scipy.special import expit

from ingest.likeness import weigh
from ingest.runs import Link
from tests.ingest.small_corpus import WordModel
from tests.training.test_editions import ARTICLES, SHORT
from training.bead_fitting import find_beads, fit, fit_models, numbers, read_sample
from training.editions import make_editions


def test_the_weights_are_those_that_the_labels_were_drawn_with() -> None:
    random = np.random.default_rng(0)
    signals = {"one": random.normal(size=20_000), "other": random.normal(3, 2, size=20_000)}
    weights = {"bias": -1.0, "one": 2.0, "other": 0.5}
    truth = random.random(20_000) < expit(weigh(signals, weights))

    found = fit([(signals, truth)])

    assert found == pytest.approx(weights, abs=0.15)


def test_a_signal_that_never_changes_weighs_nothing() -> None:
    signals = {"one": np.array([0.0, 1.0, 2.0]), "same": np.ones(3)}

    assert fit([(signals, np.array([False, True, True]))])["same"] == 0


def test_a_sample_knows_which_sentences_belong_together() -> None:
    editions = make_editions(ARTICLES, SHORT, 3)

    sample = read_sample(editions, WordModel().embed_passages)

    alone = {(a[0], b[0]) for a, b in sample.links if len(a) == len(b) == 1}
    assert {(int(r), int(c)) for r, c in np.argwhere(sample.pairs)} == alone
    assert not (sample.pairs & sample.parts).any()
    assert sample.one.sum() >= sum(len(a) == 2 and len(b) == 1 for a, b in sample.links)


def test_models_fitted_on_editions_find_their_beads() -> None:
    embed = WordModel(dimensions=64).embed_passages
    samples = [read_sample(make_editions(ARTICLES, SHORT, seed), embed) for seed in range(4)]
    models = fit_models(samples, [])

    found = find_beads(samples[0], models)

    assert found.exact.mean() > 0.5


def test_a_bead_is_named_by_the_numbers_of_its_sentences() -> None:
    assert numbers(Link(row=1, column=4, rows=2, columns=1)) == ((1, 2), (4,))
