"""Settings: kept in the home, under the environment, and never with a key."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from cli_home import done, read, refused
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from web_home import LOOKS, PAIR, Served, Visit, served, visiting

from coach import Coach, UserError
from coach.config import FILE, MOST, Settings
from coach.engine import sent_to
from coach.errors import StoreError

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

OURS = "http://localhost:11434/v1"
SAID = ("COACH_MODEL", "COACH_BASE_URL", "OPENAI_BASE_URL", "COACH_API_KEY", "OPENAI_API_KEY")


@pytest.fixture(scope="module", autouse=True)
def silent() -> Iterator[None]:
    """An environment that says nothing."""
    with pytest.MonkeyPatch.context() as patched:
        for name in (*SAID, "COACH_PSEUDONYMS", "COACH_KEEP_TRANSCRIPT_DAYS"):
            patched.delenv(name, raising=False)
        yield


# --- in a browser --------------------------------------------------------------------------------


def test_a_model_is_named_with_a_yes_and_a_new_coach_knows_it(visit: Visit, app: Served) -> None:
    page = visit.go("/settings")
    page.get_by_label("A language model").check()
    page.get_by_label("Model", exact=True).fill("openai:qwen3")
    page.get_by_label("Address of its server").fill(OURS)
    page.get_by_label("Send other names").check()
    page.locator("#model").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Before anything is sent")).to_be_visible()
    assert not app.coach.asks_a_model()
    page.get_by_role("button", name=f"Yes, send it to {OURS}").click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    with Coach(app.coach.settings.home) as again:
        assert again.settings.model == "openai:qwen3" and again.settings.pseudonyms
        assert app.coach.settings.model_dump() == again.settings.model_dump()
    visit.go(f"/with/{PAIR}/eyes")
    expect(page.get_by_text(f"openai:qwen3 at {OURS}.")).to_be_visible()
    visit.go("/settings")
    page.get_by_label("Rules on this machine").check()
    page.locator("#model").get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    assert not app.coach.asks_a_model()


@LOOKS
def test_settings_are_sound(
    browser: Browser, untouched: Served, scheme: str, size: dict[str, int]
) -> None:
    with visiting(browser, untouched, viewport=size, color_scheme=scheme) as visit:
        visit.go("/settings")
        assert visit.sound() == []


# --- what the page answers -----------------------------------------------------------------------

MODEL = {"reader": "model", "model": "openai:qwen3", "base_url": OURS}


@pytest.mark.parametrize("yes", ["", "true", "http://localhost:11434", "https://api.openai.com/v1"])
def test_without_a_yes_to_this_very_server_no_model_is_kept(
    look: httpx2.Client, untouched: Served, yes: str
) -> None:
    answer = look.post("/settings/model", data=MODEL | {"yes": yes})
    assert "Before anything is sent" in answer.text and f"Yes, send it to {OURS}" in answer.text
    assert (
        not untouched.coach.asks_a_model() and not (untouched.coach.settings.home / FILE).exists()
    )


WRONG = {
    "no reader": {"reader": "somebody"},
    "no name": {"reader": "model", "model": "  "},
    "a control": {"reader": "model", "model": "openai:x\x1b[2J"},
    "two lines": {"reader": "model", "model": "openai:x\nCOACH"},
    "too long": {"reader": "model", "model": "m" * 301},
    "no address": MODEL | {"base_url": "localhost"},
    "another scheme": MODEL | {"base_url": "file:///etc/passwd"},
    "a script": MODEL | {"base_url": "javascript:alert(1)"},
    "a key in it": MODEL | {"base_url": "https://me:s3cret@host/v1"},
    "a query": MODEL | {"base_url": "https://host/v1?key=s3cret"},
    "a port that is none": MODEL | {"base_url": "http://host:99999/v1"},
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_model_and_no_server_is_refused(
    look: httpx2.Client, untouched: Served, name: str
) -> None:
    answer = look.post("/settings/model", data=WRONG[name] | {"yes": "https://host/v1"})
    assert answer.status_code == 400 and 'class="notice"' in answer.text
    assert "s3cret" not in answer.text and "\x1b" not in answer.text
    assert not (untouched.coach.settings.home / FILE).exists()


@pytest.mark.parametrize("days", ["-1", "36501", "1.5", "٣", "forever!", "", "9" * 400, "0x10"])
def test_days_that_are_none_are_refused(look: httpx2.Client, untouched: Served, days: str) -> None:
    assert look.post("/settings/texts", data={"days": days}).status_code == 400
    assert untouched.coach.settings.keep_transcript_days == 30


def test_words_go_at_once_only_with_a_yes(ask: httpx2.Client, app: Served) -> None:
    assert len(app.coach.kept_texts(PAIR)) == 2
    answer = ask.post("/settings/texts", data={"days": "0"})
    assert "The words of 2 calls would go now" in answer.text
    assert len(app.coach.kept_texts(PAIR)) == 2
    assert ask.post("/settings/texts", data={"days": "0", "yes": "true"}).status_code == 303
    assert app.coach.kept_texts(PAIR) == {}
    assert ask.post("/settings/texts", data={"days": "forever"}).status_code == 303
    assert app.coach.settings.keep_transcript_days == "forever"


def test_a_name_and_a_zone_are_kept_as_by_the_command(ask: httpx2.Client, app: Served) -> None:
    said = {"name": " Lachie Burke ", "zone": "Australia/Sydney"}
    assert ask.post("/settings/me", data=said).status_code == 303
    me = app.coach.store.me()
    assert me and (me.name, me.zone) == ("Lachie Burke", "Australia/Sydney")
    for wrong in ({"name": " "}, {"name": "A\x07"}, {"name": "A", "zone": "../etc/passwd"}):
        assert ask.post("/settings/me", data=wrong).status_code == 400


def test_what_the_environment_says_comes_first_and_the_page_says_so(
    grown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Coach(tmp_path / "home") as coach:
        coach.change_settings(model="openai:kept", base_url="http://kept.example/v1")
    monkeypatch.setenv("COACH_MODEL", "openai:outside")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://outside.example/v1")
    with (
        served(tmp_path / "home") as app,
        app.asking() as ask,
    ):
        page = ask.get("/settings").text
        assert "<code>COACH_MODEL</code>" in page and "<code>OPENAI_BASE_URL</code>" in page
        assert "openai:outside" in page and "openai:kept" not in page
        ask.post("/settings/model", data={"reader": "offline"})
        assert app.coach.settings.model == "openai:outside"
        with pytest.raises(UserError, match="COACH_MODEL says it"):
            app.coach.change_settings(model=None)


def test_the_key_is_in_no_page_and_in_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_API_KEY", "sk-quetzalcanary")
    with (
        served(tmp_path / "home") as app,
        app.asking() as ask,
    ):
        pages = [ask.get("/settings"), ask.post("/settings/model", data=MODEL)]
        pages.append(ask.post("/settings/model", data=MODEL | {"yes": OURS}))
        pages.append(ask.get("/settings"))
        assert "COACH_API_KEY</code> is set" in pages[-1].text
        assert "The key of your environment goes along" in pages[1].text
        assert not any("quetzalcanary" in page.text for page in pages)
        assert app.coach.asks_a_model()
    files = [file for file in (tmp_path / "home").rglob("*") if file.is_file()]
    assert FILE in [file.name for file in files]
    assert not any(b"quetzalcanary" in file.read_bytes() for file in files)


# --- what is kept --------------------------------------------------------------------------------


def test_what_is_kept_holds_for_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    with Coach() as coach:
        coach.change_settings(keep_transcript_days=9, model="openai:qwen3", base_url=OURS)
    found = read("doctor")
    assert found["texts"]["kept_days"] == 9
    assert found["settings"]["keep_transcript_days"] == {"value": 9, "from": "kept"}
    assert found["settings"]["pseudonyms"] == {"value": False, "from": "default"}
    told = " ".join(done("doctor").split())
    assert "openai:qwen3, kept in settings.json" in told
    monkeypatch.setenv("COACH_KEEP_TRANSCRIPT_DAYS", "4")
    assert (
        read("doctor")["settings"]["keep_transcript_days"]["from"] == "COACH_KEEP_TRANSCRIPT_DAYS"
    )


def test_the_file_is_its_owners_and_whole(tmp_path: Path) -> None:
    with Coach(tmp_path / "home") as coach:
        coach.change_settings(pseudonyms=True)
        coach.change_settings(model="openai:qwen3")
    file = tmp_path / "home" / FILE
    assert json.loads(file.read_text()) == {"pseudonyms": True, "model": "openai:qwen3"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir() if FILE in one.name] == [FILE]


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(tmp_path: Path) -> None:
    with Coach(tmp_path / "home") as coach:
        (tmp_path / "home" / FILE).mkdir(parents=True)
        with pytest.raises(StoreError, match="the settings are as they were"):
            coach.change_settings(pseudonyms=True)
        assert coach.settings.pseudonyms is False


def test_what_code_says_comes_before_what_is_kept(tmp_path: Path) -> None:
    with Coach(tmp_path / "home", pseudonyms=True) as coach:
        assert coach.origin("pseudonyms") == "given"
        with pytest.raises(UserError, match="the program that opened this home"):
            coach.change_settings(pseudonyms=False)


def test_a_look_at_other_settings_changes_nothing(tmp_path: Path) -> None:
    with Coach(tmp_path / "home") as coach:
        then = coach.change_settings(only_look=True, model="openai:qwen3", base_url=OURS)
        assert sent_to(None, then) == OURS
        assert coach.settings.model is None and not (tmp_path / "home" / FILE).exists()


SECRET = "sk-kookaburra"
BROKEN: dict[str, Any] = {
    "no JSON": "{",
    "a list": "[1]",
    "nested": "[" * 15_000,
    "a huge number": '{"keep_transcript_days": ' + "9" * 5000 + "}",
    "not a number": '{"keep_transcript_days": NaN}',
    "below": '{"keep_transcript_days": -1}',
    "a yes for a number": '{"keep_transcript_days": true}',
    "words for a yes": '{"pseudonyms": "yes"}',
    "a key": json.dumps({"api_key": SECRET}),
    "a password": json.dumps({"web_password": SECRET}),
    "another home": '{"home": "/"}',
    "what nobody knows": json.dumps({"colour\x1b[2J": SECRET}),
    "a model of nothing": '{"model": ""}',
    "a key in the address": json.dumps({"base_url": f"https://u:{SECRET}@h/v1"}),
    "half a letter": '{"model": "\\ud800"}',
    "too large": " " * (MOST + 1),
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_line_that_names_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    text = BROKEN[name]
    (home / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    monkeypatch.setenv("COACH_HOME", str(home))
    line = refused("doctor")
    assert str(home / FILE) in line and line.endswith("mend it or delete it.")
    assert SECRET not in line and "\x1b" not in line


KEPT = st.fixed_dictionaries(
    {},
    optional={
        "model": st.none() | st.text(min_size=1, max_size=40),
        "base_url": st.none() | st.sampled_from([OURS, "https://h.example/v1", "x", "http://"]),
        "keep_transcript_days": st.integers(-5, 40_000) | st.just("forever"),
        "pseudonyms": st.booleans(),
    },
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@given(KEPT | JSON)
@example({"keep_transcript_days": 36_500})
def test_a_file_is_taken_as_it_stands_or_refused_by_name(
    tmp_path_factory: pytest.TempPathFactory, said: Any
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / FILE).write_text(json.dumps(said))
    try:
        taken = Settings(home=home)
    except UserError as problem:
        assert str(problem).startswith(str(home / FILE)) and len(str(problem).splitlines()) == 1
        return
    assert {name: getattr(taken, name) for name in said} == said
    with Coach(home) as coach:
        coach.change_settings(**said)
        assert coach.settings.model_dump() == taken.model_dump()
