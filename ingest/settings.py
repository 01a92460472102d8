"""The settings of the product: read in one place, frozen, each with a default that works."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """``MHIAP_*`` environment variables; nothing else in the product reads the environment."""

    model_config = SettingsConfigDict(env_prefix="MHIAP_", frozen=True, extra="ignore")

    corpus: Path = Field(
        default=PROJECT / "corpus",
        description="Folder with manifest.toml, documents/, text/ and glossary.toml",
    )
    index: Path = Field(
        default=PROJECT / "var" / "index",
        description="Folder that holds the index generations and CURRENT",
    )
    embedding_model: str = Field(
        default="nl-en",
        description="Sentence model to build an index with: nl-en (shipped), a folder, a hub name",
    )
    chroma_url: str | None = Field(
        default=None,
        description="Address of a Chroma server for the collection; empty keeps it on this machine",
    )
    host: str = Field(default="127.0.0.1", description="Address that the page listens on")
    port: int = Field(default=7860, ge=1, le=65535, description="Port that the page listens on")
    question_chars: int = Field(
        default=1000, ge=20, le=10000, description="Longest question accepted, in characters"
    )


def read_settings() -> Settings:
    """Return the settings of this process, from ``MHIAP_*`` variables or the defaults."""
    return Settings()
