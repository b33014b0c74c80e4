"""What the environment says. Nothing else in the coach reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("coach", appauthor=False)


Days = Annotated[int, Field(ge=0, le=36_500)]


class Settings(BaseSettings):
    """What a person sets for every command.

    Nothing is sent anywhere unless `COACH_MODEL` names a language model, or a command does: a key
    that happens to be in the environment is no yes.
    """

    model_config = SettingsConfigDict(
        env_prefix="COACH_", extra="ignore", frozen=True, populate_by_name=True
    )

    home: Path = Field(default_factory=_data_folder, description="where everything is kept")
    embed_model: Path | None = Field(None, description="a MiniLM file of one's own")
    model: str | None = Field(None, description="the language model that reads, or none: offline")
    base_url: str | None = Field(
        None,
        validation_alias=AliasChoices("COACH_BASE_URL", "OPENAI_BASE_URL"),
        description="its OpenAI-compatible server; by default OpenAI's own",
    )
    api_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("COACH_API_KEY", "OPENAI_API_KEY")
    )
    keep_transcript_days: Days | Literal["forever"] = Field(
        30, description="how long the text of a call stays after its recap was confirmed"
    )
    pseudonyms: bool = Field(False, description="other names for the two while a model is asked")
    web_password: SecretStr | None = Field(
        None, description="lets you in where `coach serve --host` is reached from other machines"
    )
