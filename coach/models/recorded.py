"""Answers kept in a folder, so that a run with a model can be repeated without it.

One JSON file a request, named by its digest: what was asked (the messages and the schema's name,
no header, no key, no address) and what was answered. It holds the transcript's words: keep it as
you keep the transcript.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from coach.errors import ModelError, UserError
from coach.models.chat import Chat, Messages, RawAnswer, Schema


class Recorder:
    """Asks another chat, and keeps every answer in `folder`."""

    def __init__(self, chat: Chat, folder: Path) -> None:
        self.name, self.endpoint, self._chat, self._folder = chat.name, chat.endpoint, chat, folder
        folder.mkdir(parents=True, exist_ok=True)

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        """Ask the other chat; see `Chat.ask`."""
        answer = self._chat.ask(messages, schema, seconds)
        kept = {
            "model": self.name,
            "schema": schema.name if schema else None,
            "messages": [list(message) for message in messages],
            "answer": answer.text,
            "tokens_in": answer.tokens_in,
            "tokens_out": answer.tokens_out,
        }
        file = self._folder / f"{_digest(messages, schema)}.json"
        file.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        file.chmod(0o600)
        return answer

    def close(self) -> None:
        """Close the other chat."""
        self._chat.close()


class Recorded:
    """Answers from a folder that a `Recorder` filled. What it does not hold is a ModelError."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UserError(f"{folder}: there is no folder of recorded answers.")
        self._folder = folder
        self.name = f"replay:{folder.name}"
        self.endpoint = self.name

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        """The recorded answer to exactly these messages; see `Chat.ask`."""
        file = self._folder / f"{_digest(messages, schema)}.json"
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            return RawAnswer(str(kept["answer"]), kept.get("tokens_in"), kept.get("tokens_out"))
        except FileNotFoundError:
            raise ModelError("no answer to this request was recorded") from None
        except (OSError, ValueError, KeyError, TypeError):
            raise ModelError(f"the recorded answer {file.name} cannot be read") from None

    def close(self) -> None:
        """Nothing is open."""


def _digest(messages: Messages, schema: Schema | None) -> str:
    asked = [schema.name if schema else None, [list(message) for message in messages]]
    return sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()[:32]
