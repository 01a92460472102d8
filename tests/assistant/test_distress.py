from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.distress import detect_support
from tests.assistant.probes import read_probes, recall, with_typos, without_accents

PROBES = read_probes("distress", "kind")
KINDS = ("crisis", "worry_about_someone", "strain")
CHARACTERS_AT_MOST = 1000


def test_every_explicit_crisis_is_recognised() -> None:
    missed = [p.text for p in PROBES if p.explicit and detect_support(p.text) != "crisis"]

    assert missed == []


def test_a_question_about_policy_is_not_taken_for_distress() -> None:
    alarms = [p.text for p in PROBES if p.expected is None and detect_support(p.text)]

    assert alarms == []


def test_each_kind_of_support_is_recognised_in_95_of_100_probes() -> None:
    low = {kind: share for kind, share in recall(PROBES, detect_support).items() if share < 0.95}

    assert low == {}


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_typing_errors_cost_at_most_five_points_of_recall(seed: int) -> None:
    random = Random(seed)
    typed = {probe.text: with_typos(probe.text, random, rate=0.2) for probe in PROBES}

    clean = recall(PROBES, detect_support)
    mistyped = recall(PROBES, lambda text: detect_support(typed[text]))

    assert {
        kind: clean[kind] - mistyped[kind] for kind in KINDS if clean[kind] - mistyped[kind] > 0.05
    } == {}


@pytest.mark.parametrize("rewrite", [str.upper, str.lower, without_accents])
def test_capitals_and_missing_accents_change_nothing(rewrite: Callable[[str], str]) -> None:
    changed = [p.text for p in PROBES if detect_support(rewrite(p.text)) != detect_support(p.text)]

    assert changed == []


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Ik wil dood", "crisis"),
        ("Ik wil dood, en wat is MHiAP?", "crisis"),
        ("I want to die. My colleague is worried about me.", "crisis"),
        ("Mijn broer wil dood en ik slaap niet meer", "worry_about_someone"),
        ("Ik ben beleidsmedewerker suïcidepreventie en ik wil zelf dood", "crisis"),
        ("Ik ben overspannen, wat zegt de aanpak?", "strain"),
        ("Ik ga dood van het lachen", None),
        ("He became a suicide bomber, says the report", None),
        ("zelfmoordterrorist", None),
        ("The deadline kills me", None),
        ("Wat zegt het plan over 'ik wil niet meer leven'-gesprekken op school?", None),
        ("Wie kan ik mailen over MENTOR?", None),
        ("Aan wie kan ik een vraag mailen?", None),
        ("", None),
        ("???", None),
    ],
)
def test_the_gravest_meaning_decides(question: str, kind: str | None) -> None:
    assert detect_support(question) == kind


@pytest.mark.parametrize(
    "question",
    [
        "Ich will mich wirklich umbringen",
        "J'ai envie de mourir",
        "Voy a suicidarme",
        "Kendimi öldürmek istiyorum",
        "myślę o samobójstwie",
        "Хочу покончить с собой",
        "Хочу покінчити з собою",
        "أفكر في الانتحار",
        "biddi mout",
    ],
)
def test_a_plain_crisis_in_another_language_is_recognised(question: str) -> None:
    assert detect_support(question) == "crisis"


@settings(deadline=None)  # the first example reads the lexicon
@given(st.text(max_size=CHARACTERS_AT_MOST))
def test_any_text_gets_a_kind_or_nothing(text: str) -> None:
    assert detect_support(text) in {None, *KINDS}


@settings(deadline=None)  # the first example reads the lexicon
@given(st.sampled_from([p.text for p in PROBES]), st.sampled_from(["\n", "  ", "!", "...", "😢"]))
def test_what_stands_around_a_message_changes_nothing(text: str, edge: str) -> None:
    assert detect_support(f"{edge}{text}{edge}") == detect_support(text)
