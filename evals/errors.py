"""What can go wrong in a measurement.

EvalsError
├── TopicsRefused    a topics file breaks the schema or quotes what is not in the corpus
├── UnknownMeasure   a measure that does not exist was asked for
├── NoTopics         nothing to measure on
├── RankingRefused   a file of ranked hits cannot be read or is about other documents
├── GoldRefused      a gold alignment cannot be read or is about another text
└── TooLittleData    a model cannot be fitted on these rows
"""


class EvalsError(Exception):
    """Base of this package's errors; the message is one sentence that says what to do."""


class TopicsRefused(EvalsError):
    """A topics file cannot be used; the message lists file, line and reason, one a line."""


class UnknownMeasure(EvalsError):
    """No measure has this name; the message lists those that exist."""


class NoTopics(EvalsError):
    """No topic is left to measure on."""


class RankingRefused(EvalsError):
    """A file of ranked hits cannot be used; the message names the line and what it should hold."""


class GoldRefused(EvalsError):
    """A gold alignment cannot be used; the message names the row and what is wrong with it."""


class TooLittleData(EvalsError):
    """There are too few rows, or rows of one label only, to fit and judge a model."""
