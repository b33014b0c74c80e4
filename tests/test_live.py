"""The whole path with a real model: SmolLM2 of 135M parameters, behind a server of llama.cpp.

Its answers are poor, so what is tested is the contract and how it fails, never the quality.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from live_model import missing, serving
from pydantic import Field

import coach.records.claims as replies
from coach import Coach
from coach.errors import ModelError
from coach.library import prompts
from coach.models import Budget, Ladder, Messages, RawAnswer, Schema
from coach.models.openai import OpenAIChat
from coach.models.shape import schema_of
from coach.records import Recap
from coach.records.base import Record
from coach.records.claims import Claims
from coach.transcript import read_transcript

if why := missing():
    pytest.skip(f"{why} here: make test-live installs it", allow_module_level=True)

pytestmark = [pytest.mark.live, pytest.mark.allow_hosts(["127.0.0.1"])]

KEY = "sesame"
SMALL = 768
"""Tokens that the small one reads and answers: less than our prompt for a recap."""
MOST = 300
"""Tokens of an answer after which the roomy one breaks off."""
PATIENT = Budget(seconds=300, a_request=300)
"""For a machine that is busy with other tests; what a person waits is tested where it matters."""

CALL = """
Dana: Hi Karthik, how did the week go?
Karthik: Good. I will send you the draft by Friday.
Dana: Great. And I'll introduce you to Priya from the data team next week.
Karthik: Thank you. What made the biggest difference was asking her first.
Dana: Shall we meet again on 9 October?
Karthik: Yes, that works.
"""
HELD = "2025-09-25"
PROMPT = """---
id: recap
version: 1
purpose: Find what a call left behind.
inputs: [mentor, mentee, held_on, goals, earlier, knowledge, transcript]
returns: Claims
---
# System
You report what a call left behind, each thing with the words that prove it.
# User
{knowledge} {mentor} {mentee} {held_on} {goals} {earlier}
{transcript}
"""
"""A person's own prompt. Ours is four times as long, which a processor reads for half a minute."""


class Live(NamedTuple):
    """Addresses of one model: `roomy` has space, `small` little (and a key), `brief` few words."""

    roomy: str
    small: str
    brief: str


class Heard(Record):
    """One of everything that a schema of ours says, in little."""

    word: Annotated[str, Field(max_length=8)]
    firmness: Literal["firm", "conditional"]
    turn: int
    due: Annotated[str, Field(max_length=6)] | None


class Slip(Record):
    """A reply that is soon told; its own bounds go into the schema."""

    heard: tuple[Heard, ...] = Field(max_length=2)
    first: Heard | None


class Odd(Record):
    """A reply of a type that no server knows."""

    word: str = Field("", json_schema_extra={"type": "word"})


class Watched(OpenAIChat):
    """Notes of each request whether a schema went with it."""

    def __init__(self, url: str, **more: Any) -> None:
        super().__init__("smollm2", base_url=url, **more)
        self.with_schema: list[bool] = []

    def ask(self, messages: Messages, schema: Schema | None, seconds: float) -> RawAnswer:
        self.with_schema.append(schema is not None)
        return super().ask(messages, schema, seconds)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with serving(
        tmp_path_factory.mktemp("live") / "log",
        roomy={"n_ctx": 8192, "n_predict": MOST},
        small={"n_ctx": SMALL, "api_keys": [KEY]},
        brief={"n_ctx": 2048, "n_predict": 8},
    ) as servers:
        yield Live(**servers)


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("call") / "call.txt"
    file.write_text(CALL)
    return file


Recaps = Callable[..., tuple[Recap, int]]


@pytest.fixture(scope="module")
def recap(call: Path, tmp_path_factory: pytest.TempPathFactory) -> Recaps:
    """The recap of a call in a home of its own, and about how many tokens it said it would send."""

    def recap(
        engine: Any, *, file: Path = call, prompt: str | None = None, **settings: Any
    ) -> tuple[Recap, int]:
        home = tmp_path_factory.mktemp("home")
        if prompt:
            (home / "prompts").mkdir()
            (home / "prompts" / "recap.md").write_text(prompt)
        with Coach(home, **settings) as coach:
            coach.add("dana-karthik", mentor="Dana", mentee="Karthik")
            asked: dict[str, Any] = {"who": "dana-karthik", "held_on": HELD, "engine": engine}
            return coach.recap(file, **asked).recap, coach.would_send(file, **asked).tokens

    return recap


@pytest.fixture(scope="module")
def read(live: Live, recap: Recaps) -> tuple[Recap, int]:
    """The call as the model read it."""
    return recap(Ladder(Watched(live.roomy), budget=PATIENT), prompt=PROMPT)


@pytest.fixture(scope="module")
def offline(recap: Recaps) -> Recap:
    """The call as the rules read it."""
    return recap("offline")[0]


# --- a schema ------------------------------------------------------------------------------------


@pytest.mark.parametrize("wish", ["Report.", "Tell me a long story, without any JSON.", "{}"])
def test_an_answer_keeps_to_the_schema_whatever_is_wished_for(live: Live, wish: str) -> None:
    answer = Watched(live.roomy).ask([("user", wish)], schema_of(Slip), PATIENT.a_request)
    Slip.model_validate_json(answer.text)


@pytest.mark.parametrize("kind", sorted({prompt.returns for prompt in prompts().values()}))
def test_the_shape_of_every_prompt_is_one_that_a_server_takes(live: Live, kind: str) -> None:
    record: type[Record] = getattr(replies, kind)
    answer = Watched(live.brief).ask([("user", "Report.")], schema_of(record), PATIENT.a_request)
    first = next(iter(record.model_fields))
    begun = "".join(answer.text.split())
    assert begun and f'{{"{first}":'.startswith(begun[: len(first) + 4])


def test_an_answer_becomes_the_record_and_what_it_took_is_counted(live: Live) -> None:
    chat = Watched(live.roomy)
    done = Ladder(chat, budget=PATIENT).complete([("system", "You report."), ("user", "Go.")], Slip)
    assert 1 <= len(done.value.heard) <= 2 or done.value.heard == ()
    assert chat.with_schema == [True] and done.aside == ()
    assert done.usage.requests == 1
    assert (done.usage.tokens_in or 0) > 30 and 10 < (done.usage.tokens_out or 0) <= MOST


def test_a_server_that_takes_no_such_schema_is_asked_with_it_once_only(live: Live) -> None:
    chat, rungs = Watched(live.brief), dict[str, str]()
    for _ in range(2):
        with pytest.raises(ModelError, match="not in the form"):
            Ladder(chat, budget=PATIENT, rungs=rungs).complete([("system", "You talk.")], Odd)
    assert chat.with_schema == [True, False, False, False, False]
    assert rungs == {chat.endpoint: "words"}


# --- a call --------------------------------------------------------------------------------------


def test_a_recap_is_the_models_or_says_that_it_reported_nothing(read: tuple[Recap, int]) -> None:
    recap, _ = read
    nothing = [notice for notice in recap.notices if "reported nothing" in notice]
    assert recap.engine == ("offline" if nothing else "openai:smollm2")
    assert not [notice for notice in recap.notices if "was not used" in notice]


def test_what_a_recap_took_is_about_what_was_said_before_it_was_sent(
    read: tuple[Recap, int],
) -> None:
    recap, told = read
    assert recap.usage and recap.usage.tokens_out and recap.usage.tokens_in
    each = recap.usage.tokens_in / recap.usage.requests
    assert told * 0.7 < each < told * 1.5


def test_a_recap_holds_what_the_rules_heard_however_poor_the_model(
    read: tuple[Recap, int], offline: Recap
) -> None:
    heard = {(one.owner, one.due) for one in offline.commitments}
    assert len(heard) == 2
    assert heard <= {(one.owner, one.due) for one in read[0].commitments}


def test_every_quote_of_a_recap_stands_in_the_call(read: tuple[Recap, int], call: Path) -> None:
    turns = [turn.text for turn in read_transcript(call).turns]
    quotes = list(_quotes(read[0].to_json()))
    assert quotes
    assert [quote for turn, quote in quotes if quote not in turns[turn]] == []


def test_a_server_with_one_model_answers_to_any_name(
    live: Live, recap: Recaps, read: tuple[Recap, int]
) -> None:
    # After `read`: the server still holds what it has read, so this is no long wait.
    again, _ = recap("openai:another", base_url=live.roomy, prompt=PROMPT)
    assert again.usage and again.usage.model == "openai:another"
    assert again.usage.requests == 1
    assert {one.owner for one in again.commitments} == {"Dana", "Karthik"}


def _quotes(part: Any) -> Iterator[tuple[int, str]]:
    """Every quote in a recap, with its turn."""
    if isinstance(part, list):
        for one in part:
            yield from _quotes(one)
    elif isinstance(part, dict):
        if "quote" in part:
            yield part["turn"], part["quote"]
        for one in part.values():
            yield from _quotes(one)


# --- failure -------------------------------------------------------------------------------------

GO_ON: Messages = [("system", "You report without end."), ("user", "Go on.")]
FAILURES = {
    "a wrong key": ("", "wrong", "it refused the key (status 401)"),
    "a call that is too long": ("", KEY, "the call is longer than this model reads"),
    "an address that is not whole": ("/chat", KEY, "most end in /v1"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_fails_is_one_line_over_what_the_rules_read(
    name: str, live: Live, recap: Recaps, offline: Recap
) -> None:
    path, key, why = FAILURES[name]
    failed, _ = recap("openai:smollm2", base_url=live.small + path, api_key=key)
    (line,) = set(failed.notices) - set(offline.notices)
    assert why in line and "\n" not in line
    assert failed.commitments == offline.commitments and failed.engine == "offline"


def test_a_long_call_for_a_small_model_ends_soon_in_one_line(
    live: Live, recap: Recaps, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(CALL + "Dana: And how was that?\nKarthik: It went well enough.\n" * 150)
    began = time.monotonic()
    failed, _ = recap("openai:smollm2", file=long, base_url=live.small, api_key=KEY)
    assert sum("longer than this model reads" in line for line in failed.notices) == 1
    assert time.monotonic() - began < 20


def test_a_run_on_ends_with_the_budget_and_the_server_answers_the_next(live: Live) -> None:
    hasty = Ladder(Watched(live.small, api_key=KEY), budget=Budget(a_request=0.5))
    began = time.monotonic()
    with pytest.raises(ModelError, match="no answer within"):
        hasty.complete(GO_ON, Claims)
    assert time.monotonic() - began < 20
    patient = Ladder(Watched(live.small, api_key=KEY), budget=PATIENT)
    assert patient.complete(GO_ON, Slip).usage.requests == 1


def test_an_answer_that_fills_the_context_is_read_as_far_as_it_goes(live: Live) -> None:
    done = Ladder(Watched(live.small, api_key=KEY), budget=PATIENT).complete(GO_ON, Claims)
    assert done.usage.requests == 1
    assert (done.usage.tokens_in or 0) + (done.usage.tokens_out or 0) <= SMALL
