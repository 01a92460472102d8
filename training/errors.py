"""What can go wrong in making or measuring a model.

TrainingError
├── PairsRefused    the parallel text is missing or is not what it should be
├── SetRefused      a public test set is missing or is not as its source publishes it
└── TeacherRefused  the teacher is missing or cannot be read
"""


class TrainingError(Exception):
    """Base of this package's errors; the message is one sentence that says what to do."""


class PairsRefused(TrainingError):
    """The parallel text cannot be used; the message names the file."""


class SetRefused(TrainingError):
    """A test set cannot be used; the message names the file and the line."""


class TeacherRefused(TrainingError):
    """The teacher cannot be used; the message says how to get one."""
