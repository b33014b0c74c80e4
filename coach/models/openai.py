"""Any OpenAI-compatible server: OpenAI, Ollama, vLLM, LM Studio, llama.cpp and others.

Chat completions, because every such server has them. No retries of the SDK's own, no temperature
and no token limit, which newer models refuse; the time budget and the bounds of the schema hold.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coach.errors import ModelError, SchemaRefusedError, TooLongError
from coach.models.chat import Messages, RawAnswer, Schema

if TYPE_CHECKING:
    import openai

OPENAI = "https://api.openai.com/v1"

_TOO_LONG = re.compile(
    r"context[ _]?(?:length|window|size)|maximum context|too (?:long|many tokens|large)|"
    r"exceeds? the",
    re.IGNORECASE,
)
_NO_MODEL = re.compile(
    r"model_not_found|(?:unknown|invalid|no such) model|"
    r"\bmodel\b.{0,120}\b(?:not found|not exist)",
    re.IGNORECASE,
)
_UNREACHED = ("ConnectError", "ConnectTimeout", "UnsupportedProtocol", "ProxyError")


class OpenAIChat:
    """One model of one server. `http_client` replaces the SDK's own, for tests and proxies."""

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        http_client: Any = None,
    ) -> None:
        self.model, self.base_url = model, (base_url or OPENAI).rstrip("/")
        self.name = f"openai:{model}"
        self.endpoint = f"{self.base_url} {model}"
        self._key, self._http_client = api_key, http_client
        # Here and not in `ask`, whose seconds are the server's.
        import openai

        self._sdk = openai

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        """Ask once; see `Chat.ask`."""
        openai = self._sdk
        wanted: dict[str, Any] = {"timeout": seconds}
        if schema:
            described = {"name": schema.name, "schema": schema.json, "strict": False}
            wanted["response_format"] = {"type": "json_schema", "json_schema": described}
        said: Any = [{"role": role, "content": text} for role, text in messages]
        try:
            completion = self._client.chat.completions.create(
                model=self.model,
                messages=said,
                **wanted,
            )
        except openai.APIStatusError as problem:
            raise self._refused(problem, schema is not None) from None
        except openai.APITimeoutError:
            raise ModelError(f"it gave no answer within {seconds:.0f} seconds") from None
        except openai.APIConnectionError as problem:
            raise self._unreached(problem) from None
        except (openai.OpenAIError, ValueError):
            raise ModelError("what came back is no chat completion", again=True) from None
        return _answer(completion)

    def close(self) -> None:
        """Break off what is under way; the next request opens a new connection."""
        if client := self.__dict__.pop("_client", None):
            client.close()

    @cached_property
    def _client(self) -> openai.OpenAI:
        return self._sdk.OpenAI(
            base_url=self.base_url,
            api_key=self._key or "none",
            max_retries=0,
            http_client=self._http_client,
        )

    def _refused(self, problem: openai.APIStatusError, with_schema: bool) -> ModelError:
        """What a status means. The server's own words may repeat the transcript: never shown."""
        status, said = problem.status_code, str(problem.body or "")
        missing = f"there is no model {self.model!r} at {self.base_url}"
        if status in (400, 404) and _NO_MODEL.search(said):
            return ModelError(missing)
        if status == 404:
            return ModelError(f"{missing}, or the address is not whole: most end in /v1")
        if status in (400, 413, 422):
            if status == 413 or _TOO_LONG.search(said):
                return TooLongError("the call is longer than this model reads")
            if with_schema:
                return SchemaRefusedError("it takes no JSON schema")
            return ModelError(f"it refused the request (status {status})")
        if status in (401, 403):
            return ModelError(f"it refused the key (status {status}): check COACH_API_KEY")
        if status == 429 and "insufficient_quota" in said:
            return ModelError("the account has no quota left (status 429)")
        if status == 429:
            return ModelError("it is busy (status 429)", again=True, after=_after(problem))
        if status == 503:
            return ModelError("it is not ready (status 503)", again=True, after=_after(problem))
        return ModelError(f"it failed (status {status})", again=status >= 500 or status == 408)

    def _unreached(self, problem: openai.APIConnectionError) -> ModelError:
        if type(problem.__cause__).__name__ in _UNREACHED:
            return ModelError(f"nothing answers at {self.base_url}")
        return ModelError("the connection broke", again=True)


def _answer(completion: Any) -> RawAnswer:
    """The text of the first choice. Servers differ, so nothing is taken for granted."""
    choices = getattr(completion, "choices", None)
    message = getattr(choices[0], "message", None) if choices else None
    if message is None:
        raise ModelError("what came back is no chat completion", again=True)
    if getattr(message, "refusal", None):
        raise ModelError("the model declined to answer")
    text = getattr(message, "content", None)
    if not isinstance(text, str):
        text = ""
    usage = getattr(completion, "usage", None)
    return RawAnswer(
        text,
        _count(getattr(usage, "prompt_tokens", None)),
        _count(getattr(usage, "completion_tokens", None)),
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def _after(problem: openai.APIStatusError) -> float | None:
    """Seconds that the server asks to wait, where it says so in seconds."""
    try:
        return max(0.0, float(problem.response.headers.get("retry-after", "")))
    except ValueError:
        return None
