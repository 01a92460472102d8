"""What can go wrong when a question is answered.

AssistantError
├── SpeechMissing     a data file of the package is missing or broken
└── AnswerUnreadable  a file is not an answer in the ``mhiap.answer/1`` shape
"""


class AssistantError(Exception):
    """Base of this package's errors; the message is one sentence that says what to do."""


class SpeechMissing(AssistantError):
    """A data file that ships with the package cannot be read; install it again."""


class AnswerUnreadable(AssistantError):
    """The text given to ``mhiap verify`` is not an answer."""
