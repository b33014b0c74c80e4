"""The JSON API: what its document says is so, and it gives what `--json` prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from cli_home import read
from jsonschema import Draft202012Validator
from web_home import DEMO, PAIR, Served, grow

from coach import Coach

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

WITH = f"/relationships/{PAIR}"
FILLED = {"who": PAIR, "session": "02", "id": "01#c1"}
ASKED = {"notes": {"query": "the seating plan"}}


def program(app: Served) -> httpx2.Client:
    """A program that may come in."""
    app.keys.bearer = "t0ken"
    told = {"authorization": "Bearer t0ken"}
    return app.asking(base_url=f"{app.url}/api/v1", headers=told)


@pytest.fixture
def api(app: Served) -> Iterator[httpx2.Client]:
    """A program that changes things."""
    with program(app) as client:
        yield client


@pytest.fixture(scope="module")
def look(untouched: Served) -> Iterator[httpx2.Client]:
    """A program that changes nothing."""
    with program(untouched) as client:
        yield client


@pytest.fixture(scope="module")
def document(look: httpx2.Client) -> dict[str, Any]:
    return look.get("/../openapi.json").json()  # type: ignore[no-any-return]


def operations(document: dict[str, Any], *methods: str) -> dict[str, tuple[str, str, Any]]:
    """Each operation by its id: method, path, and what the document says of it."""
    return {
        told["operationId"]: (method, path, told)
        for path, there in document["paths"].items()
        for method, told in there.items()
        if not methods or method in methods
    }


def required_all(schema: Any) -> Any:
    """The same schema, but nothing may be in an answer that it does not name."""
    if isinstance(schema, list):
        return [required_all(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: required_all(value) for key, value in schema.items()}
    if "properties" in strict and strict.get("type") == "object":
        strict["additionalProperties"] = False
    return strict


def faults(document: dict[str, Any], told: Any, answer: httpx2.Response) -> list[str]:
    """What in an answer is not as the document has it."""
    found = told["responses"].get(str(answer.status_code), told["responses"]["default"])
    schema = {
        **required_all(found["content"]["application/json"]["schema"]),
        "components": required_all(document["components"]),
    }
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(answer.json())]


def filled(path: str) -> str:
    """A path of the document with its parameters filled in."""
    return re.sub(r"{(\w+)}", lambda m: FILLED[m[1]].replace("#", "%23"), path).removeprefix("/v1")


def test_every_answer_is_as_the_document_says(api: httpx2.Client, document: dict[str, Any]) -> None:
    looked = operations(document, "get")
    assert len(looked) >= 15
    for name, (_, path, told) in looked.items():
        answer = api.get(filled(path), params=ASKED.get(name))
        assert answer.status_code == 200, (name, answer.text)
        assert answer.json(), name
        assert faults(document, told, answer) == [], name


def test_an_answer_that_the_document_does_not_know_would_be_seen(
    look: httpx2.Client, document: dict[str, Any]
) -> None:
    _, path, told = operations(document)["goals"]
    answer = look.get(filled(path))
    wrong = httpx2.Response(200, json=[{**answer.json()[0], "gaps": "none", "more": 1}])
    assert len(faults(document, told, wrong)) == 2


def test_the_document_names_each_operation_once_and_says_what_fails(
    document: dict[str, Any],
) -> None:
    named = operations(document)
    total = sum(len(there) for there in document["paths"].values())
    assert len(named) == total >= 20
    assert set(named) - set(dir(Coach)) == {"commitment", "goals"}, "named as the Coach has it"
    for _, _, told in named.values():
        assert set(told["responses"]) == {"200", "default"} and told["description"]
        assert told["security"] == [{"HTTPBearer": []}]
    assert document["servers"] == [{"url": "/api"}]
    assert "http" not in json.dumps(document).replace("HTTPBearer", "").replace('"http"', "")


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("/relationships", "relationship list"),
        (WITH, f"relationship show {PAIR}"),
        (f"{WITH}/commitments", f"commitments {PAIR}"),
        (f"{WITH}/commitments?open=true", f"commitments {PAIR} --open"),
        (f"{WITH}/commitments?kind=resource", f"commitments {PAIR} --kind resource"),
        (f"{WITH}/commitments/01%23c1", f"commitments {PAIR} 01#c1"),
        (f"{WITH}/history", f"history {PAIR}"),
        ("/due?days=366", "due --days 366"),
        (f"/due?days=30&who={PAIR}", f"due {PAIR} --days 30"),
        (f"{WITH}/agenda", f"agenda {PAIR}"),
        (f"{WITH}/agenda?for=mentor&minutes=45", f"agenda {PAIR} --for mentor --minutes 45"),
        (f"{WITH}/agenda?both=true&on=2026-04-09", f"agenda {PAIR} --for both --on 2026-04-09"),
        (f"{WITH}/patterns", f"patterns {PAIR}"),
        (f"{WITH}/phase", f"phase {PAIR}"),
        (f"{WITH}/agreement", f"agreement {PAIR}"),
        (f"{WITH}/goals", f"goals {PAIR}"),
        (f"{WITH}/questions", f"ask {PAIR}"),
    ],
)
def test_it_gives_what_the_command_prints(
    path: str,
    command: str,
    look: httpx2.Client,
    untouched: Served,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COACH_HOME", str(untouched.coach.settings.home))
    given, printed = look.get(path).json(), read(*command.split())
    if "questions" in path:
        assert [one["id"] for one in given] == [one["id"] for one in printed] != []
    else:
        assert given == printed


def test_what_is_found_has_the_form_that_the_command_prints(
    api: httpx2.Client, app: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(app.coach.settings.home))
    given = api.get(f"{WITH}/notes?query=the+seating+plan&limit=3").json()
    printed = read("notes", PAIR, "seating", "--limit", "3")
    assert [set(hit) for hit in given["hits"]] == [set(hit) for hit in printed["hits"]]


def test_a_call_goes_from_its_file_to_the_ledger(
    api: httpx2.Client, app: Served, document: dict[str, Any]
) -> None:
    app.coach.erase(PAIR)
    named = operations(document)
    grow(app.coach.settings.home, read=0)
    file = {"file": ("../../first call.txt", (DEMO / "01.txt").read_bytes())}
    when = {"held_on": "2026-02-12T16:30+11:00", "engine": "offline"}
    read_ = api.post(f"{WITH}/sessions", files=file, data=when)
    assert read_.status_code == 200 and faults(document, named["recap"][2], read_) == []
    draft = read_.json()
    assert draft["kept"] and not draft["confirmed"]
    [first, second, *_] = [one["id"] for one in draft["recap"]["commitments"]]
    assert api.get(f"{WITH}/commitments").json() == [], "a draft is in no ledger"

    said = {"draft": draft["draft"], "ids": [first], "edits": {second: {"due": "2026-03-01"}}}
    stale = api.post(f"{WITH}/sessions/01/confirm", json=said | {"draft": "0123456789"})
    assert stale.status_code == 409 and faults(document, named["confirm"][2], stale) == []
    unknown = api.post(f"{WITH}/sessions/01/confirm", json=said | {"ids": ["09#c1"]})
    assert unknown.status_code == 404 and "09#c1" in unknown.json()["error"]
    assert api.get(f"{WITH}/commitments").json() == []

    done = api.post(f"{WITH}/sessions/01/confirm", json=said)
    assert done.status_code == 200 and faults(document, named["confirm"][2], done) == []
    ledger = {one["id"]: one for one in api.get(f"{WITH}/commitments").json()}
    assert set(ledger) == {first, second} and ledger[second]["due"] == "2026-03-01"
    goals = [goal.id for goal in app.coach.relationship(PAIR).goals]
    assert goals == ["g1"], "a goal of the call that was not named stays out"
    assert api.get(f"{WITH}/sessions/01/recap").json()["confirmed"]


def test_a_promise_is_changed_and_changed_back(
    api: httpx2.Client, document: dict[str, Any]
) -> None:
    named = operations(document)
    there = f"{WITH}/commitments/01%23c1"
    was = api.get(there).json()["commitment"]
    changed = api.patch(there, json={"status": "done", "due": None})
    assert changed.status_code == 200
    assert faults(document, named["edit_commitment"][2], changed) == []
    assert (changed.json()["status"], changed.json()["due"]) == ("done", None)
    back = api.post(f"{WITH}/undo", json={"commitment": "01#c1"})
    assert back.json() == was and faults(document, named["undo"][2], back) == []
    assert api.patch(there, json={}).status_code == 400
    assert api.patch(there, json={"owner": "Somebody Else"}).status_code == 400
    assert api.patch(there, json={"id": "01#c2"}).status_code == 400
    assert api.patch(f"{WITH}/commitments/77%23c1", json={"status": "done"}).status_code == 404


def test_an_answer_is_ones_own_unless_it_is_shared(
    api: httpx2.Client, app: Served, document: dict[str, Any]
) -> None:
    told = operations(document)["answer"][2]
    kept = api.post(f"{WITH}/answers", json={"question": "PC1", "text": "The seating plan."})
    assert kept.status_code == 200 and faults(document, told, kept) == []
    assert kept.json()["visibility"] == app.coach.relationship(PAIR).me
    shared = {"question": "PC2", "text": "On Monday.", "share": True}
    assert api.post(f"{WITH}/answers", json=shared).json()["visibility"] == "shared"
    id, question = app.coach.open_questions(PAIR, app.coach.relationship(PAIR).me)[0]
    answered = api.post(f"{WITH}/answers", json={"question": id, "text": "By Friday at noon."})
    assert answered.json()["asked"] == question.text
    partner = {"question": "PC1", "text": "x", "for": "mentor"}
    assert api.post(f"{WITH}/answers", json=partner).status_code == 400
    assert api.post(f"{WITH}/answers", json={"question": "XX", "text": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status", "body"),
    [
        ("GET", "/relationships/nobody", 404, None),
        ("GET", "/nothing", 404, None),
        ("DELETE", WITH, 405, None),
        ("GET", "/due?days=many", 400, None),
        ("GET", f"{WITH}/notes", 400, None),
        ("GET", f"{WITH}/agenda?on=yesterday", 400, None),
        ("GET", f"{WITH}/agenda?for=nobody", 400, None),
        ("GET", f"{WITH}/sessions/99/recap", 404, None),
        ("GET", f"{WITH}/commitments/%00", 404, None),
        ("POST", f"{WITH}/undo", 400, b"{"),
        ("POST", f"{WITH}/undo", 400, b"[]"),
        ("POST", f"{WITH}/undo", 400, b'{"commitment": "' + b"1" * 100 + b'"}'),
        ("POST", f"{WITH}/sessions", 400, b""),
        ("POST", f"{WITH}/sessions/02/confirm", 400, b'{"ids": ["02#c1"]}'),
        ("POST", f"{WITH}/answers", 400, b'{"question": "PC1", "text": ""}'),
        ("POST", f"{WITH}/answers", 400, b"[" * 50_000),
    ],
)
def test_what_fails_says_so_in_one_line(
    method: str, path: str, status: int, body: bytes | None, look: httpx2.Client
) -> None:
    answer = look.request(method, path, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status, answer.text
    assert list(answer.json()) == ["error"] and "\n" not in answer.json()["error"]
    assert answer.headers["cache-control"] == "no-store"


def test_without_its_token_a_program_is_told_so_in_json(untouched: Served) -> None:
    for headers in ({}, {"authorization": "Bearer x"}, {"host": "evil.example"}):
        answer = httpx2.get(f"{untouched.url}/api/v1/due", headers=headers, trust_env=False)
        assert answer.status_code in (401, 421) and list(answer.json()) == ["error"]


def test_a_file_that_is_no_call_is_refused_by_its_name(look: httpx2.Client, tmp_path: Path) -> None:
    for data in (b"", b"\x00" * 5_000, b"%PDF-1.4", b"no words of a call"):
        answer = look.post(f"{WITH}/sessions", files={"file": ("call.txt", data)})
        assert answer.status_code == 400 and answer.json()["error"].startswith("call.txt")
