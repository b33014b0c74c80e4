"""`ModelReader`: asks a language model what a call holds, window by window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add

from coach.discretion.pseudonyms import Pseudonyms
from coach.errors import ModelError, TooLongError
from coach.library import Framework, Prompt
from coach.models import Messages, Model
from coach.models.shape import shaped
from coach.reading import Call
from coach.reading.proposing.mending import mended
from coach.reading.proposing.sheet import called, earlier, goals, halves, lines, windows
from coach.records import Usage
from coach.records.claims import Claims, Reading

WINDOW = 30_000
"""Tokens of transcript that one request holds, about two hours of talk. A model that reads less
says so, and gets halves."""


class ModelReader:
    """Reads by asking `model`. With `pseudonyms`, the two have other names while it is asked."""

    def __init__(
        self,
        model: Model,
        prompt: Prompt,
        frameworks: Mapping[str, Framework],
        *,
        pseudonyms: bool = False,
        window: int = WINDOW,
    ) -> None:
        self.name = model.name
        self._model, self._prompt, self._window = model, prompt, window
        self._knowledge = "\n\n".join(frameworks[id].outline for id in prompt.knowledge)
        self._pseudonyms = pseudonyms

    def messages(self, call: Call) -> list[Messages]:
        """Exactly what would be sent, a request each: nothing of the call leaves but this."""
        away = self._away(call)
        parts = windows(call, self._window)
        return [shaped(self._messages(call, turns, away), Claims) for turns in parts]

    def restored(self, claims: Claims, call: Call) -> Claims:
        """Claims about what was sent, with the names of the two as the call has them."""
        return _restored(claims, self._away(call))

    def read(self, call: Call) -> Reading:
        """What the model claims. A window that fails is told in a notice; the rules read all.

        Raises:
            ModelError: no window was answered.
        """
        away = self._away(call)
        waiting = windows(call, self._window)
        read: list[Claims] = []
        usages: list[Usage] = []
        notices: list[str] = []
        unread: list[tuple[range, ModelError]] = []
        while waiting:
            turns = waiting.pop(0)
            try:
                done = self._model.complete(self._messages(call, turns, away), Claims)
            except TooLongError as problem:
                if smaller := halves(turns):
                    waiting = [*smaller, *waiting]
                else:
                    unread.append((turns, problem))
                continue
            except ModelError as problem:
                # What failed for one window fails for the next: nobody waits for it again.
                unread += [(left, problem) for left in (turns, *waiting)]
                break
            read.append(mended(_restored(done.value, away), call))
            usages.append(done.usage)
            notices += [f"Of the model's answer, {name}: {why}." for name, why in done.aside]
        if not read:
            raise unread[0][1]
        notices += [
            f"Turns {turns.start} to {turns.stop - 1} were read by the rules alone: {problem}."
            for turns, problem in unread
        ]
        joined = {field: _together(field, read) for field in Claims.model_fields}
        return Reading(**joined, notices=tuple(dict.fromkeys(notices)), usage=reduce(add, usages))

    def _messages(self, call: Call, turns: range, away: Pseudonyms | None) -> Messages:
        values = {
            "mentor": called(call, call.relationship.mentor.name),
            "mentee": called(call, call.relationship.mentee.name),
            "held_on": call.held_on.isoformat(),
            "goals": goals(call),
            "earlier": earlier(call),
            "transcript": lines(call, turns),
        }
        if away:
            values = {name: away.mask(value) for name, value in values.items()}
        return self._prompt.render(**values, knowledge=self._knowledge)

    def _away(self, call: Call) -> Pseudonyms | None:
        if not self._pseudonyms:
            return None
        people = call.relationship.people
        names = [name for person in people for name in (person.name, *person.labels)]
        said = [turn.text for turn in call.transcript.turns]
        return Pseudonyms(names, "\n".join([*said, goals(call), earlier(call)]))


def _restored(claims: Claims, away: Pseudonyms | None) -> Claims:
    if away is None:
        return claims
    return Claims.model_validate(away.restore(claims.model_dump()))


def _together(field: str, read: Sequence[Claims]) -> object:
    """One field of all windows: lists in order; of single things the last that was said."""
    values = [getattr(claims, field) for claims in read]
    if isinstance(values[0], tuple):
        return tuple(dict.fromkeys(one for value in values for one in value))
    return next((value for value in reversed(values) if value is not None), None)
