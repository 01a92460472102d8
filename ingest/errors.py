"""What can go wrong on the way from a file to the index.

IngestError
├── ManifestError        manifest.toml cannot be used
├── UnreadableFile       one file cannot be read; the rest of the ingest goes on
├── ModelError           the embedding model cannot be loaded
├── IndexMissing         there is no index to open
├── IndexDamaged         an index does not pass its verification
└── IngestRunning        another process is building the index
"""


class IngestError(Exception):
    """Base of this package's errors; the message is one sentence that says what to do."""


class ManifestError(IngestError):
    """``manifest.toml`` is missing, unreadable or contradicts the files."""


class UnreadableFile(IngestError):
    """One file cannot be read; its message is the reason shown in the ingest table."""


class ModelError(IngestError):
    """The embedding model cannot be found or loaded."""


class IndexMissing(IngestError):
    """No index generation has been built yet."""


class IndexDamaged(IngestError):
    """A generation differs from what ``index.json`` says it holds."""


class IngestRunning(IngestError):
    """Another process holds the writer's lock."""
