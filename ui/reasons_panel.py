"""An explanation to HTML: a closed panel under an answer that says why its sources were found."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant.datatypes import Answer
from assistant.reasons import Considered, Reading
from ui.labels import translation_label
from ui.reasons_in_words import (
    place_in_words,
    question_in_words,
    ranks_in_words,
    reading_in_words,
    reasons_in_words,
    shown_of,
)
from ui.sources import render_facts, render_source_button
from ui.texts import Texts


def render_reasons(answer: Answer, turn: int, texts: Texts) -> Markup:
    """Return the panel; empty without an explanation, and where no passage is shown."""
    if answer.explanation is None or not (answer.citations or answer.related):
        return Markup()
    explanation = answer.explanation
    whole = question_in_words(explanation, texts)
    if len(explanation.readings) == 1:
        readings = _reading(explanation.readings[0], whole, turn, texts)
    else:
        readings = render_facts(whole) + Markup().join(
            Markup("<h4>{}</h4>{}").format(
                f"“{reading.question}”", _reading(reading, [], turn, texts)
            )
            for reading in explanation.readings
        )
    return Markup('<details class="more why"><summary>{}</summary>{}</details>').format(
        texts.why_sources if answer.citations else texts.why_refused, readings
    )


def _reading(reading: Reading, above: Sequence[tuple[str, str]], turn: int, texts: Texts) -> Markup:
    found = Markup().join(
        _considered(one, reading.searched, turn, texts) for one in shown_of(reading)
    )
    return Markup('{}<ol class="found">{}</ol>').format(
        render_facts([*above, *reading_in_words(reading, texts)]), found
    )


def _considered(one: Considered, searched: int, turn: int, texts: Texts) -> Markup:
    place = place_in_words(one, texts)
    cited = Markup("<p>{} {}</p>").format(
        texts.cited_as,
        Markup().join(render_source_button(marker, turn, texts) for marker in one.markers),
    )
    reasons = Markup().join(
        Markup("<li>{}</li>").format(reason) for reason in reasons_in_words(one, searched, texts)
    )
    return Markup(
        '<li value="{}"><p class="found-title">{}</p>{}{}'
        '{}<p>{}</p><ul>{}</ul><p class="quiet">{}</p></li>'
    ).format(
        one.rank,
        one.title,
        Markup('<p class="quiet">{}</p>').format(place) if place else "",
        cited if one.markers else "",
        _quote(one, texts),
        texts.found_because,
        reasons,
        ranks_in_words(one, searched, texts),
    )


def _quote(one: Considered, texts: Texts) -> Markup:
    """Return the nearest sentence, as published or in the translation that was read."""
    if one.translation is None:
        return Markup('<blockquote lang="{}">{}</blockquote>').format(one.language, one.quote)
    return Markup('<blockquote lang="{}">{}</blockquote><p class="quiet">{}</p>').format(
        texts.language, one.translation, translation_label(one.reviewed, texts)
    )
