"""Questions as people type them: how each is read, and in which language.

``typed_questions.tsv`` was written before the speller was; its last third are keywords.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from assistant.language import vote_language
from assistant.spelling import Speller
from assistant.word_lists import read_dictionary
from tests.assistant.real_speller import the_speller

TABLE = Path(__file__).parent / "typed_questions.tsv"

MISREAD = {
    "wat is er afgesporken over financierring",
    "what has iceland learnt from the volcanoe",
    "how to mesure resilliance",
    "jeugdzrog",
    "schoten tussen budgeten",
    "psyhische klachten op de werkvoer",
    "mental health strategys in europe",
    "responsability of employers",
    "was there any resistence",
}
"""What is meant lies too far from what is typed, or what is typed is a word or a form of one."""

MISHEARD = {"Iceland", "alderman", "symposium speakers", "social media", "health"}
"""Words of both languages, and names; in doubt a question is Dutch."""

UNKNOWN = """
    utrecht groningen amersfoort zwolle eindhoven tilburg maastricht nijmegen friesland limburg
    jansen bakker visser smit duitsland belgie finland oostenrijk portugal spanje griekenland fiets
    vliegtuig bakkerij keuken regenjas voetbal zwembad hypotheek belasting paspoort rijbewijs
    vaccinatie kanker diabetes dementie tandarts ziekenhuis huisarts apotheek verloskundige
    wachtlijst parkeren afval riolering zonnepanelen bicycle kitchen airport mortgage vaccine
    football weather recipe dentist lawyer parking museum passport elephant guitar chocolate
    landbouw visserij defensie asielzoekers kinderopvang sportclub wijkverpleegkundige vergadering
    begroting raadslid provincie waterschap stikstof klimaatverandering warmtepomp chatgpt microsoft
    facebook instagram tiktok python einstein rotterdam barcelona kinderboerderij schoolreisje
    kerstvakantie pannenkoek financiert bedient heathland moorland widower goalkeeper laundry
    spectacles kettle broomstick lighthouse windmill tractor pharmacy orchard seagull harbour
    rekenkamer griffier dijkgraaf burgerberaad woonvisie parkeervergunning bijzettafel wasmachine
    kinderrechter leeromgeving wetgever raadsleden bewindslieden bommen bomen slagroom weerbericht
    behavior organization analyze neighborhoods colors traveled
""".split()


def rows() -> Iterator[tuple[str, str, str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        typed, read, language = line.split("\t")
        yield typed, read, language


def test_nearly_every_typed_question_is_read_as_it_was_meant() -> None:
    misread = {typed for typed, read, _ in rows() if the_speller().correct(typed) != read}

    assert misread == MISREAD


def test_nearly_every_question_and_keyword_is_heard_in_its_language() -> None:
    misheard = {typed for typed, _, language in rows() if vote_language(typed) != language}

    assert misheard == MISHEARD


def test_what_was_read_reads_the_same_again() -> None:
    read = [the_speller().correct(typed) for typed, _, _ in rows()]

    assert [the_speller().correct(text) for text in read] == read


@pytest.mark.parametrize("word", UNKNOWN)
def test_a_right_word_that_the_documents_do_not_hold_is_left_alone(word: str) -> None:
    assert the_speller().correct(word) == word


def test_the_words_of_the_lists_are_left_alone() -> None:
    words = [word for word in sorted(read_dictionary()) if len(word) > 3]
    drawn = Random(20251107).sample(words, 300)

    assert [word for word in drawn if the_speller().correct(word) != word] == []


def test_few_right_words_that_no_list_holds_are_taken_for_others() -> None:
    speller = the_speller()
    words = [w for w in sorted(speller.dictionary) if len(w) > 3 and w not in speller.vocabulary]
    drawn = Random(20251107).sample(words, 300)
    without = Speller(
        vocabulary=speller.vocabulary,
        dictionary=frozenset(speller.dictionary) - set(drawn),
        common={word: n for word, n in speller.common.items() if word not in drawn},
        names=speller.names,
        phrases=speller.phrases,
        borders=speller.borders,
    )

    assert sum(without.correct(word) != word for word in drawn) <= 0.04 * len(drawn)
