"""Which reader reads: the rules, or a language model over them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.errors import UserError
from coach.library import Framework, load_prompt, prompts
from coach.models import Chat, Ladder, Model
from coach.reading import Reader
from coach.reading.offline import OfflineReader

if TYPE_CHECKING:
    from coach.config import Settings
    from coach.reading.proposing import ModelReader
    from coach.records import Relationship
    from coach.rewording import Reworder

OFFLINE = OfflineReader.name


class Engine(NamedTuple):
    """Who reads, and the rules that stand under a language model (None where they read alone)."""

    reader: Reader
    rules: Reader | None = None


def asks_a_model(asked: Any, settings: Settings) -> bool:
    """Is this a language model, and not the rules or a reader of one's own?"""
    asked = settings.model or OFFLINE if asked is None else asked
    return asked != OFFLINE and not hasattr(asked, "read")


def engine_of(asked: Any, settings: Settings, frameworks: Mapping[str, Framework]) -> Engine:
    """The engine for what was asked: a name, a `Reader`, a `Model`, a `Chat` or a LangChain model.

    None is what the settings say; `offline` the rules alone. A reader of one's own reads alone.
    """
    rules = rules_of(frameworks)
    if asks_a_model(asked, settings):
        return Engine(model_reader(asked or settings.model, settings, frameworks), rules)
    return Engine(asked if hasattr(asked, "read") else rules)


def model_reader(
    asked: Any,
    settings: Settings,
    frameworks: Mapping[str, Framework],
    window: int | None = None,
) -> ModelReader:
    """The reader that asks this model, of at most about `window` tokens of a call at once."""
    from coach.reading.proposing import WINDOW, ModelReader

    folder = settings.home / "prompts"
    prompt = load_prompt("recap", folder, knowledge=settings.home / "knowledge")
    model = model_of(asked, settings)
    return ModelReader(
        model,
        prompt,
        frameworks,
        pseudonyms=settings.pseudonyms,
        window=window or WINDOW,
    )


def reworder_of(
    asked: Any,
    settings: Settings,
    frameworks: Mapping[str, Framework],
    relationship: Relationship,
) -> Reworder | None:
    """Who words what code has chosen, for this pair; None where no model is asked."""
    if not asks_a_model(asked, settings):
        return None
    from coach.rewording import Reworder

    known = prompts(settings.home / "prompts", knowledge=settings.home / "knowledge")
    model = model_of(asked or settings.model, settings)
    return Reworder(model, known, frameworks, relationship, pseudonyms=settings.pseudonyms)


def model_of(asked: Any, settings: Settings) -> Model:
    """A language model by its name, or made of a `Chat` or a LangChain chat model."""
    from coach.models.rungs import Rungs

    if hasattr(asked, "complete"):
        return asked  # type: ignore[no-any-return]
    return Ladder(chat_of(asked, settings), rungs=Rungs(settings.home / "models.json"))


def rules_of(frameworks: Mapping[str, Framework]) -> OfflineReader:
    """The reader that needs nothing."""
    topics = frameworks["working-agreement"].kinds("topic")
    return OfflineReader({topic.id: topic.signs for topic in topics})


def chat_of(asked: Any, settings: Settings) -> Chat:
    """The wire to a model: by its name, or of a LangChain chat model."""
    if isinstance(asked, str):
        return _named(asked, settings)
    if hasattr(asked, "ask"):
        return asked  # type: ignore[no-any-return]
    if hasattr(asked, "invoke"):
        from coach.models.langchain import LangChainChat

        return LangChainChat(asked)
    raise UserError(f"{type(asked).__name__} is no engine: give a name, a Reader or a chat model.")


def sent_to(asked: Any, settings: Settings) -> str | None:
    """The server that words go to with this engine (None: that of the settings); None: nowhere.

    >>> from coach.config import Settings
    >>> sent_to("openai:qwen3", Settings(base_url="http://localhost:11434/v1"))
    'http://localhost:11434/v1'
    """
    asked = settings.model if asked is None else asked
    if not isinstance(asked, str) or asked.startswith("replay:"):
        return None
    if not asks_a_model(asked, settings):
        return None
    from coach.models.openai import OPENAI

    return (settings.base_url or OPENAI).rstrip("/")


def _named(name: str, settings: Settings) -> Chat:
    kind, colon, rest = name.partition(":")
    if kind == "replay" and colon:
        from coach.models.recorded import Recorded

        return Recorded(Path(rest))
    model = (rest if kind == "openai" and colon else name).strip()
    if not model or get_close_matches(model.lower(), [OFFLINE], cutoff=0.7):
        raise UserError(f"no engine {name!r}: there are offline, openai:MODEL and replay:FOLDER.")
    if not settings.base_url and not settings.api_key:
        raise UserError(
            f"the engine {name!r} needs a server: set COACH_BASE_URL, as http://localhost:11434/v1 "
            "for Ollama, or COACH_API_KEY for OpenAI; or write --engine offline."
        )
    from coach.models.openai import OpenAIChat

    key = settings.api_key.get_secret_value() if settings.api_key else None
    return OpenAIChat(model, base_url=settings.base_url, api_key=key)
