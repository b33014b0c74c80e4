"""Any chat model of langchain-core.

A model brings its own retries, so nothing is asked twice here. Tracing is off whatever the
environment says: it would send the call to a third party.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coach.errors import ModelError, SchemaRefusedError
from coach.models.chat import Messages, RawAnswer, Schema

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage


class LangChainChat:
    """A langchain chat model. Its own settings (server, key, temperature) stay as they are."""

    def __init__(self, model: BaseChatModel) -> None:
        # Here and not in `ask`, whose seconds are the model's.
        from langsmith import tracing_context

        self._model, self._untraced = model, tracing_context
        called = getattr(model, "model_name", None) or getattr(model, "model", None)
        kind = type(model).__name__
        self.name = f"langchain:{called}" if isinstance(called, str) else f"langchain:{kind}"
        self.endpoint = f"langchain {kind} {called}"

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        """Ask once; see `Chat.ask`."""
        with self._untraced(enabled=False):
            try:
                return self._shaped(messages, schema) if schema else self._plain(messages)
            except ModelError:
                raise
            except NotImplementedError:
                raise SchemaRefusedError("it takes no JSON schema") from None
            except Exception as problem:  # every provider has errors of its own
                if schema:
                    raise SchemaRefusedError("it takes no JSON schema") from None
                raise ModelError(f"it failed ({type(problem).__name__})") from None

    def close(self) -> None:
        """Nothing to let go of: the model is its owner's."""

    def _shaped(self, messages: Messages, schema: Schema) -> RawAnswer:
        described = {"title": schema.name, "description": "the reply", **schema.json}
        asking = self._model.with_structured_output(
            described, method="json_schema", include_raw=True
        )
        found: Any = asking.invoke(list(messages), config={"callbacks": []})
        raw, parsed = found["raw"], found["parsed"]
        text = json.dumps(parsed) if isinstance(parsed, dict) else _text(raw)
        return RawAnswer(text, *_tokens(raw))

    def _plain(self, messages: Messages) -> RawAnswer:
        raw = self._model.invoke(list(messages), config={"callbacks": []})
        return RawAnswer(_text(raw), *_tokens(raw))


def _text(message: AIMessage) -> str:
    """The text of a message, whose content may be a list of parts."""
    content = message.content
    if isinstance(content, str):
        return content
    parts = (part if isinstance(part, str) else part.get("text", "") for part in content)
    return "".join(str(part) for part in parts)


def _tokens(message: AIMessage) -> tuple[int | None, int | None]:
    usage = message.usage_metadata
    return (usage["input_tokens"], usage["output_tokens"]) if usage else (None, None)
