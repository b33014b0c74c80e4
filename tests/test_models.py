"""A language model that answers, half answers, fails or stalls: a reply, or one clear line."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from model_server import (
    Handler,
    completion,
    drips,
    in_turn,
    resets,
    says,
    serving,
    stalls,
    status,
    takes_no_schema,
)

from coach.config import Settings
from coach.engine import model_of
from coach.errors import ModelError, SchemaRefusedError, TooLongError, UserError
from coach.models import Budget, Ladder, Scripted
from coach.models.langchain import LangChainChat
from coach.models.openai import OpenAIChat
from coach.models.recorded import Recorded, Recorder
from coach.models.reply import UnreadableError, read_reply
from coach.models.rungs import Rungs
from coach.models.shape import LONGEST_TEXT, MOST_ITEMS, outline_of, schema_of
from coach.records.claims import Claims, Wording, Wordings

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

MESSAGES = [("system", "You word things."), ("user", "Now.")]
GOOD = '{"wordings": [{"id": "a", "text": "What is next?"}]}'
WORDED = (Wording(id="a", text="What is next?"),)
QUICK = Budget(seconds=20, a_request=0.4, requests=3)
PATIENT = Budget(seconds=60, a_request=20, requests=3)  # a busy machine is no mistake of the model


def ladder(url: str, budget: Budget = QUICK, **more: Any) -> Ladder:
    waits: list[float] = more.pop("waits", [])
    return Ladder(OpenAIChat("m", base_url=url), budget=budget, sleep=waits.append, **more)


def asked(answer: Handler, **more: Any) -> tuple[Wordings | str, int]:
    """What came of it (a reply, or why there is none), and how many requests that took."""
    with serving(answer) as server:
        try:
            found: Wordings | str = ladder(server.url, **more).complete(MESSAGES, Wordings).value
        except ModelError as problem:
            found = str(problem)
        return found, len(server.asked)


# --- what a server may answer --------------------------------------------------------------------

ANSWERED: dict[str, tuple[Handler, int]] = {
    "as asked": (says(GOOD), 1),
    "fenced": (says(f"```json\n{GOOD}\n```"), 1),
    "talked around": (says(f"Sure! {{here}} it is:\n{GOOD}\nHope that helps {{}}."), 1),
    "after a byte order mark": (says("\ufeff" + GOOD), 1),
    "cut short": (says(GOOD[:-2] + ', {"id": "b", "te'), 1),
    "one bad item": (says(GOOD.replace("[{", '[{"id": 7}, "x", null, {')), 1),
    "keys nobody asked for": (says(GOOD.replace('{"id"', '{"evil": {}, "id"')), 1),
    "prose, then as asked": (in_turn(says("I cannot."), says(GOOD)), 2),
    "the wrong shape, then as asked": (in_turn(says('{"answer": 42}'), says(GOOD)), 2),
    "nothing, then as asked": (in_turn(says(""), says(GOOD)), 2),
    "no content, then as asked": (in_turn(says(None), says(GOOD)), 2),
    "busy, then as asked": (in_turn(status(429), says(GOOD)), 2),
    "busy and how long, then as asked": (in_turn(status(429, retry_after="1"), says(GOOD)), 2),
    "broken, then as asked": (in_turn(status(500), says(GOOD)), 2),
    "a broken connection, then as asked": (in_turn(resets, says(GOOD)), 2),
    "no schema, please": (takes_no_schema(says(GOOD)), 2),
}

UNANSWERED: dict[str, tuple[Handler, str, int]] = {
    "a wrong key": (status(401), "it refused the key", 1),
    "no such model": (status(404), "there is no model 'm'", 1),
    "no such model, said otherwise": (
        status(400, '{"error": {"message": "model not found"}}'),
        "there is no model 'm'",
        1,
    ),
    "not ready": (status(503), "it is not ready", 3),
    "no quota": (status(429, '{"error": {"code": "insufficient_quota"}}'), "no quota", 1),
    "busy for an hour": (status(429, retry_after="3600"), "it is busy", 1),
    "always busy": (status(429), "it is busy", 3),
    "always broken": (status(500), "it failed (status 500)", 3),
    "always a broken connection": (resets, "the connection broke", 3),
    "a page": (
        lambda it: it.send(200, "<html>proxy</html>", content_type="text/html"),
        "no chat completion",
        3,
    ),
    "JSON that is none": (status(200, '{"choices": [{'), "no chat completion", 3),
    "JSON of something else": (status(200, '{"hello": 1}'), "no chat completion", 3),
    "a list": (status(200, "[1, 2]"), "no chat completion", 3),
    "no choices": (status(200, '{"choices": []}'), "no chat completion", 3),
    "a refusal": (says(None, refusal="No."), "declined", 1),
    "prose for ever": (says("I would rather talk."), "not in the form", 2),
    "ten megabytes": (says("x" * 10_000_000), "not in the form", 2),
    "a byte now and then": (drips, "no answer within", 1),
    "a stall": (stalls, "no answer within", 1),
    "too long a call": (
        status(400, '{"error": {"code": "context_length_exceeded"}}'),
        "longer than this model reads",
        1,
    ),
    "a request it does not like": (status(400, '{"error": "no"}'), "refused the request", 2),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_an_answer_is_read_however_it_is_dressed(name: str) -> None:
    answer, requests = ANSWERED[name]
    found, taken = asked(answer, budget=PATIENT)
    assert isinstance(found, Wordings), found
    assert found.wordings == WORDED
    assert taken == requests


@pytest.mark.parametrize("name", UNANSWERED)
def test_a_failure_is_one_clear_line_after_three_requests_at_most(name: str) -> None:
    answer, why, requests = UNANSWERED[name]
    is_waited_for = "no answer within" in why
    found, taken = asked(answer, budget=QUICK if is_waited_for else PATIENT)
    assert isinstance(found, str) and why in found
    assert taken == requests <= 3


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ModelError, match=f"nothing answers at {url}"):
        ladder(url).complete(MESSAGES, Wordings)


def test_a_name_that_resolves_to_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ModelError, match=r"nothing answers at http://nowhere\.invalid/v1"):
        ladder("http://nowhere.invalid/v1").complete(MESSAGES, Wordings)


def test_no_failure_shows_the_key_or_what_the_server_said(tmp_path: Path) -> None:
    said = '{"error": {"message": "cannot read: I am leaving my wife"}}'
    for code in (400, 401, 403, 404, 409, 413, 422, 429, 500, 503):
        with serving(status(code, said)) as server:
            chat = OpenAIChat("m", base_url=server.url, api_key="sk-secret")
            with pytest.raises(ModelError) as told:
                Ladder(chat, budget=QUICK, sleep=lambda _: None).complete(MESSAGES, Wordings)
        assert "wife" not in str(told.value) and "sk-secret" not in str(told.value)


def test_how_long_a_server_asks_to_wait_is_kept_to() -> None:
    waits: list[float] = []
    asked(in_turn(status(429, retry_after="1.5"), says(GOOD)), waits=waits)
    assert waits == [1.5]


def test_the_total_time_ends_a_row_of_slow_answers() -> None:
    slow = Budget(seconds=0.6, a_request=0.5, requests=3)

    def late(exchange: Any) -> None:
        time.sleep(0.35)
        exchange.send(500, "{}")

    with serving(late) as server, pytest.raises(ModelError):
        ladder(server.url, slow).complete(MESSAGES, Wordings)
    assert len(server.asked) <= 2


def test_ctrl_c_is_heard_at_once_while_a_server_stalls() -> None:
    with serving(stalls) as server:
        waiting = Budget(seconds=60, a_request=60)
        sent: list[float] = []

        def interrupt() -> None:
            sent.append(time.monotonic())
            os.kill(os.getpid(), signal.SIGINT)

        threading.Timer(0.3, interrupt).start()
        with pytest.raises(KeyboardInterrupt):
            ladder(server.url, waiting).complete(MESSAGES, Wordings)
        assert time.monotonic() - sent[0] < 15  # not when the server gives up, after 30


# --- the ladder ----------------------------------------------------------------------------------


def test_the_shape_of_the_reply_ends_the_system_message_and_the_schema_goes_beside_it() -> None:
    with serving(says(GOOD)) as server:
        ladder(server.url).complete(MESSAGES, Wordings)
    (request,) = server.asked
    assert request["messages"][0]["content"].endswith(outline_of(Wordings))
    assert request["messages"][1] == {"role": "user", "content": "Now."}
    assert request["response_format"]["json_schema"]["schema"] == schema_of(Wordings).json


def test_a_server_without_schemas_is_asked_for_one_once_only(tmp_path: Path) -> None:
    rungs = Rungs(tmp_path / "models.json")
    with serving(takes_no_schema(says(GOOD))) as server:
        for _ in range(2):
            ladder(server.url, rungs=rungs).complete(MESSAGES, Wordings)
        later = ladder(server.url, rungs=Rungs(tmp_path / "models.json"))
        assert later.complete(MESSAGES, Wordings).value.wordings == WORDED
    assert ["response_format" in request for request in server.asked] == [True] + [False] * 3
    assert (tmp_path / "models.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("broken", ["", "[]", '{"a": 3}', "\x00"])
def test_a_broken_memory_of_rungs_is_none(broken: str, tmp_path: Path) -> None:
    file = tmp_path / "models.json"
    file.write_text(broken, encoding="utf-8")
    rungs = Rungs(file)
    assert not dict(rungs)
    rungs["here m"] = "words"
    assert dict(Rungs(file)) == {"here m": "words"}


def test_a_repair_turn_says_what_was_wrong_and_shows_a_little_of_it() -> None:
    chat = Scripted(["x" * 9_000, GOOD])
    assert Ladder(chat).complete(MESSAGES, Wordings).value.wordings == WORDED
    *_, (assistant, shown), (user, again) = chat.asked[1]
    assert (assistant, user) == ("assistant", "user")
    assert len(shown) < 5_000 and "wordings" in again


def test_what_it_took_is_the_sum_of_all_requests() -> None:
    with serving(in_turn(says("no"), says(GOOD))) as server:
        usage = ladder(server.url).complete(MESSAGES, Wordings).usage
    assert (usage.model, usage.requests) == ("openai:m", 2)
    assert (usage.tokens_in, usage.tokens_out) == (200, 40)


def test_no_retries_are_stacked_under_ours() -> None:
    _, taken = asked(status(503), budget=Budget(seconds=5, a_request=1, requests=2))
    assert taken == 2


# --- reading a reply -----------------------------------------------------------------------------


@given(st.text() | st.text().map(lambda text: GOOD + text) | st.text('{}[]":,wordings\\nul 0-e'))
def test_any_text_at_all_is_a_reply_or_unreadable(text: str) -> None:
    try:
        parsed = read_reply(text, Wordings)
    except UnreadableError:
        return
    assert Wordings.model_validate(parsed.value.model_dump()) == parsed.value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*Claims.model_fields, "more"]), JSON, min_size=1))
def test_any_json_for_the_claims_is_claims_without_what_is_wrong(reply: dict[str, Any]) -> None:
    try:
        parsed = read_reply(json.dumps(reply), Claims)
    except UnreadableError:
        return
    assert Claims.model_validate(parsed.value.model_dump()) == parsed.value


@pytest.mark.parametrize("bomb", ["[" * 100_000, '{"wordings":' * 50_000, '{"a":' * 100_000])
def test_nested_replies_are_unreadable_and_no_crash(bomb: str) -> None:
    with pytest.raises(UnreadableError):
        read_reply(bomb, Wordings)


def test_a_field_that_is_wrong_falls_back_on_its_default_and_the_item_stays() -> None:
    promise = {"action": "send it", "quotes": [{"turn": "3", "words": "ok"}], "kind": "gift"}
    parsed = read_reply(json.dumps({"commitments": [promise, {"action": 3}]}), Claims)
    (claim,) = parsed.value.commitments
    assert (claim.kind, claim.owner, claim.quotes[0].turn) == ("other", None, 3)
    assert [name for name, _ in parsed.aside] == ["commitments"]


def test_every_text_and_list_of_a_schema_is_bounded_and_every_object_closed() -> None:
    def parts(part: Any) -> Any:
        if isinstance(part, dict):
            yield part
            for value in part.values():
                yield from parts(value)
        elif isinstance(part, list):
            for value in part:
                yield from parts(value)

    for part in parts(schema_of(Claims).json):
        if part.get("type") == "string" and "enum" not in part:
            assert part["maxLength"] <= LONGEST_TEXT
        if part.get("type") == "array":
            assert part["maxItems"] <= MOST_ITEMS
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert set(part["required"]) == set(part["properties"])


# --- other wires ---------------------------------------------------------------------------------


class Shaped(GenericFakeChatModel):
    """A chat model whose provider takes a schema."""

    def with_structured_output(self, schema: Any, **kwargs: Any) -> Any:
        from langchain_core.runnables import RunnableLambda

        assert kwargs == {"method": "json_schema", "include_raw": True}
        assert schema["title"] == "Wordings"
        usage = {"input_tokens": 7, "output_tokens": 3, "total_tokens": 10}
        raw = AIMessage(GOOD, usage_metadata=usage)
        return RunnableLambda(lambda _: {"raw": raw, "parsed": json.loads(GOOD)})


def test_any_langchain_chat_model_answers_in_words() -> None:
    model = GenericFakeChatModel(messages=iter([AIMessage(f"Here: {GOOD}")]))
    completion = Ladder(LangChainChat(model)).complete(MESSAGES, Wordings)
    assert completion.value.wordings == WORDED


def test_a_langchain_chat_model_with_schemas_is_given_ours() -> None:
    completion = model_of(Shaped(messages=iter([])), Settings()).complete(MESSAGES, Wordings)
    assert completion.value.wordings == WORDED
    assert (completion.usage.tokens_in, completion.usage.tokens_out) == (7, 3)


def test_a_langchain_chat_model_whose_provider_fails_is_one_line() -> None:
    model = GenericFakeChatModel(messages=iter([]))
    with pytest.raises(ModelError, match="it failed"):
        Ladder(LangChainChat(model)).complete(MESSAGES, Wordings)


def test_tracing_variables_send_nothing_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(GOOD)) as watching:
        for name in ("LANGSMITH", "LANGCHAIN"):
            monkeypatch.setenv(f"{name}_TRACING_V2", "true")
            monkeypatch.setenv(f"{name}_API_KEY", "lsv2_pt_x")
            monkeypatch.setenv(f"{name}_ENDPOINT", watching.url)
            monkeypatch.setenv(f"{name}_GATEWAY", "true")
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("OPENAI_BASE_URL", watching.url)
        connections: list[Any] = []
        connect = socket.socket.connect

        def counted(self: socket.socket, address: Any) -> Any:
            connections.append(address)
            return connect(self, address)

        monkeypatch.setattr(socket.socket, "connect", counted)
        model = GenericFakeChatModel(messages=iter([AIMessage(GOOD)]))
        Ladder(LangChainChat(model)).complete(MESSAGES, Wordings)
        time.sleep(0.3)  # a tracer would send from a thread of its own
        assert connections == []
        with serving(says(GOOD)) as meant:
            ladder(meant.url).complete(MESSAGES, Wordings)
            assert {port for _, port in connections} == {meant.server_address[1]}
    assert watching.asked == []


def test_recorded_answers_are_replayed_without_the_model(tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    with serving(says(GOOD)) as server:
        chat = OpenAIChat("m", base_url=server.url, api_key="sk-secret")
        Ladder(Recorder(chat, folder)).complete(MESSAGES, Wordings)
    (file,) = folder.iterdir()
    assert "sk-secret" not in file.read_text() and "127.0.0.1" not in file.read_text()
    again = Ladder(Recorded(folder)).complete(MESSAGES, Wordings)
    assert again.value.wordings == WORDED
    assert again.usage.tokens_in == 100
    with pytest.raises(ModelError, match="recorded"):
        Ladder(Recorded(folder)).complete([*MESSAGES, ("user", "More.")], Wordings)


def test_a_recording_that_is_broken_or_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder of recorded answers"):
        Recorded(tmp_path / "nowhere")
    Ladder(Recorder(Scripted([GOOD]), tmp_path)).complete(MESSAGES, Wordings)
    (file,) = tmp_path.iterdir()
    file.write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        Ladder(Recorded(tmp_path)).complete(MESSAGES, Wordings)


# --- naming one ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["offlin", "OFFLINE ", "openai:", "openai: ", "replay:/no/such"])
def test_a_name_that_is_no_engine_is_refused(name: str) -> None:
    with pytest.raises(UserError):
        model_of(name, Settings(base_url="http://127.0.0.1:1/v1"))


def test_a_model_without_server_or_key_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COACH_BASE_URL", "OPENAI_BASE_URL", "COACH_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UserError, match="COACH_BASE_URL"):
        model_of("gpt-x", Settings())


def test_a_key_in_the_environment_alone_names_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COACH_MODEL", raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert Settings().model is None


def test_the_errors_of_a_model_are_told_apart() -> None:
    assert issubclass(SchemaRefusedError, ModelError) and issubclass(TooLongError, ModelError)
    assert completion("x") and not isinstance(ModelError("it failed"), UserError)
