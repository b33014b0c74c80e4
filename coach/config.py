"""What a person sets: in the environment, or kept in the home. Nothing else reads either."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import (
    BaseSettings,
    JsonConfigSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from coach.errors import StoreError, UserError

FILE = "settings.json"
"""In a home: what its owner chose to keep. What the environment says comes before it."""
MOST = 20_000
"""Bytes of it that are read."""


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("coach", appauthor=False)


def _name_of_a_model(name: str) -> str:
    if not re.fullmatch(r"\S(.*\S)?", name) or not name.isprintable():
        raise ValueError("write the name of a model, such as openai:qwen3")
    return name


def _server(url: str) -> str:
    try:
        parts = urlsplit(url)
        reached = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        reached = False
    if not reached or not url.isprintable() or " " in url:
        raise ValueError("write the address of a server, such as http://localhost:11434/v1")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("write the address alone; a key is set as COACH_API_KEY")
    return url


Days = Annotated[int, Field(ge=0, le=36_500)]
Text = Annotated[str, Field(max_length=300)]


class Kept(BaseModel):
    """What may be kept in a home's `settings.json`: never a key, a password, or another home."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    model: Annotated[Text, AfterValidator(_name_of_a_model)] | None = None
    base_url: Annotated[Text, AfterValidator(_server)] | None = None
    keep_transcript_days: Days | Literal["forever"] = 30
    pseudonyms: bool = False


class Settings(BaseSettings):
    """What a person sets for every command: given in code, by the environment, or kept.

    Nothing is sent anywhere unless a language model is named: by a command, by `COACH_MODEL`, or in
    the home's `settings.json`. A key that happens to be in the environment is no yes. Raises
    UserError for a `settings.json` that cannot be so, naming it.
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

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Code comes before the environment, and the environment before the home's file."""
        said = env_settings() | init_settings()
        home = said["home"] if isinstance(said.get("home"), str | os.PathLike) else _data_folder()
        # absolute: the source would take a leading ~ for somebody's folder, which no store does
        return init_settings, env_settings, _File(settings_cls, Path(home).absolute() / FILE)


class _File(JsonConfigSettingsSource):
    """The home's own file, checked before it is believed."""

    def _read_file(self, file_path: Path | Traversable) -> dict[str, Any]:
        return _kept_in(Path(str(file_path)))


def said_outside(name: str) -> str | None:
    """The environment variable that says this setting; None where none does, or it is none."""
    field = Settings.model_fields.get(name)
    alias = field.validation_alias if field else None
    names = alias.choices if isinstance(alias, AliasChoices) else [f"COACH_{name.upper()}"]
    there = {variable.upper(): variable for variable in os.environ}
    return next((there[str(one)] for one in names if str(one) in there), None)


def kept_names(home: Path) -> frozenset[str]:
    """Which settings this home keeps in its file."""
    file = home / FILE
    return frozenset(_kept_in(file) if file.is_file() else ())


def keep(home: Path, changes: Mapping[str, Any]) -> None:
    """Write changed settings into the home's file: whole or not at all, for its owner alone.

    Raises UserError for what cannot be so, StoreError where it cannot be written.
    """
    import tempfile

    from coach.store.lock import held
    from coach.store.private import private_folder

    file = private_folder(home) / FILE
    with held(home / "settings.lock"):
        there = _kept_in(file) if file.is_file() else {}
        kept = checked(there | dict(changes))
        try:
            handle, beside = tempfile.mkstemp(dir=home, prefix=f".{FILE}.")  # 0600 by its making
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as written:
                    json.dump(kept, written, indent=1)
                    written.flush()
                    os.fsync(written.fileno())
                Path(beside).replace(file)
            finally:
                Path(beside).unlink(missing_ok=True)
        except OSError as problem:
            why = problem.strerror
            raise StoreError(f"{file}: {why}; the settings are as they were.") from None


def _kept_in(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST + 1)
    except OSError as problem:
        raise UserError(f"{file}: {problem.strerror}; mend it or delete it.") from None
    if len(data) > MOST:
        raise UserError(f"{file}: larger than settings ever are; mend it or delete it.")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UserError(f"{file}: no JSON; mend it or delete it.") from None
    if not isinstance(found, dict):
        raise UserError(f"{file}: no settings by their names; mend it or delete it.")
    return checked(found, f"{file}: ")


def checked(found: Mapping[str, Any], file: str = "") -> dict[str, Any]:
    """Settings that may be kept, as they are kept. Raises UserError, naming `file`."""
    try:
        return Kept.model_validate(dict(found)).model_dump(exclude_unset=True)
    except ValidationError as problem:
        fault = problem.errors(include_input=False, include_url=False)[0]
        _refuse(file, str(fault["loc"][0]), fault["type"], fault["msg"])


def _refuse(file: str, name: str, kind: str, why: str) -> NoReturn:
    """One line about one setting; never with what stood there, which may be a secret."""
    after = "; mend it or delete it." if file else "."
    if name in Settings.model_fields and name not in Kept.model_fields:
        raise UserError(f"{file}{name} is set in the environment alone, and kept nowhere{after}")
    if kind == "extra_forbidden":
        known = ", ".join(Kept.model_fields)
        raise UserError(f"{file}{_plain(name)} is no setting; there are: {known}{after}")
    what = _PLAINLY.get(name) or why.removeprefix("Value error, ")
    raise UserError(f"{file}{name}: {what}{after}")


_PLAINLY = {
    "keep_transcript_days": "write a number of days from 0 to 36500, or forever",
    "pseudonyms": "write true or false",
}


def _plain(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[:40]
