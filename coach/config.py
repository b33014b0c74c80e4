"""What the environment says. Nothing else in the coach reads it."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("coach", appauthor=False)


class Settings(BaseSettings):
    """`COACH_HOME` where everything is kept; `COACH_EMBED_MODEL` a MiniLM file of one's own."""

    model_config = SettingsConfigDict(env_prefix="COACH_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=_data_folder)
    embed_model: Path | None = None
