"""A call is dropped, asked about and read: by the requests that a browser makes."""

from __future__ import annotations

import io
import re
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from web_home import DEMO, LOOKS, PAIR, Served, served, visiting

from coach import Coach
from coach.web.pages import calls
from coach.web.pages.calls import _name
from coach.web.reading import MOST, Reading, Readings

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

CALLS = f"/with/{PAIR}/calls"
SECOND = (DEMO / "02.vtt").read_bytes()
UNSAID = b"Robyn Teague: Hello.\nLachie Burke: I'll send you the plan by Friday."
UNKNOWN = b"SPEAKER_00: Hello there.\nSPEAKER_01: I'll send you the plan by Friday."


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no other case: a call is read before its answer."""
    monkeypatch.setattr(calls, "SOON", 60)


@pytest.fixture
def client(app: Served) -> Iterator[httpx2.Client]:
    """What asks as a browser without scripts does."""
    with asking(app) as client:
        yield client


@pytest.fixture(scope="module")
def look(untouched: Served) -> Iterator[httpx2.Client]:
    """The same, and changes nothing."""
    with asking(untouched) as client:
        yield client


def asking(app: Served) -> httpx2.Client:
    cookies = {app.keys.cookie_name: app.keys.cookie}
    return app.asking(headers={"origin": app.url}, cookies=cookies, follow_redirects=True)


def drop(client: httpx2.Client, words: bytes, name: str = "call.txt", **data: str) -> Any:
    return client.post(CALLS, files={"file": (name, words)}, data=data)


def test_a_dropped_call_becomes_a_draft_to_go_through(client: httpx2.Client, app: Served) -> None:
    page = drop(client, UNSAID, held_on="2026-04-02")
    assert page.url.path == f"{CALLS}/03"
    assert "Fri 3 Apr" in page.text
    assert app.coach.store.sessions.get(PAIR, "03").source == "call.txt"
    assert app.coach.commitments(PAIR) == tuple(
        one for one in app.coach.commitments(PAIR) if not one.id.startswith("03")
    )


def test_a_day_that_the_file_does_not_say_is_asked_for_without_losing_the_file(
    client: httpx2.Client,
) -> None:
    page = drop(client, UNSAID)
    assert "When was this call?" in page.text
    wrong = client.post(page.url.path, data={"held_on": "soon"})
    assert "is no day" in wrong.text and "When was this call?" in wrong.text
    assert client.post(page.url.path, data={"held_on": "2026-04-02"}).url.path == f"{CALLS}/03"


def test_a_label_of_nobody_is_asked_about_with_some_of_its_words(
    client: httpx2.Client, app: Served
) -> None:
    page = drop(client, UNKNOWN, held_on="2026-04-02")
    assert "Whose label is SPEAKER_00?" in page.text and "Hello there." in page.text
    again = client.post(page.url.path, data={"label-0": "mentor"})
    assert "Whose label is SPEAKER_01?" in again.text
    assert client.post(page.url.path, data={"label-0": "mentee"}).url.path == f"{CALLS}/03"
    assert app.coach.draft(PAIR, "03").commitments[0].owner == "Lachie Burke"


def test_what_is_left_out_is_not_read_out_to_tell_a_voice_by(look: httpx2.Client) -> None:
    words = UNKNOWN + b"\nSPEAKER_01: Off the record, Quillfeather is leaving us."
    page = drop(look, words, held_on="2026-04-02")
    assert "Whose label is SPEAKER_01?" in page.text and "plan by Friday" in page.text
    assert "Quillfeather" not in page.text


def test_somebody_elses_label_is_remembered_for_that_call_alone(client: httpx2.Client) -> None:
    words = UNSAID + b"\nDeb: I'll come too."
    page = drop(client, words, held_on="2026-04-02")
    assert client.post(page.url.path, data={"label-0": "other"}).url.path == f"{CALLS}/03"
    assert "Whose label is Deb?" in drop(client, words, held_on="2026-04-02").text


def test_each_call_says_where_it_stands_the_latest_first(look: httpx2.Client) -> None:
    page = look.get(CALLS).text
    latest, before = page.index("Call 2, Thursday 12 March 2026"), page.index("Call 1, Thursday 12")
    assert latest < page.index("Draft, waits for your yes") < before
    assert latest < page.index("Its text is kept until") < before < page.index("Confirmed</span>")
    assert before < page.index("Look at the seating plan.") < page.index("and 7 more")


def test_a_promise_about_what_is_off_limits_stands_in_neutral_words(
    client: httpx2.Client, app: Served
) -> None:
    app.coach.off_limits(PAIR, add=["the seating plan"])
    page = client.get(CALLS).text
    assert "seating" not in page and "A promise about what is off limits" in page


def test_the_same_call_again_is_the_same_call(client: httpx2.Client, app: Served) -> None:
    page = drop(client, SECOND, name="renamed.vtt")
    assert page.url.path == f"{CALLS}/02" and "This call was read before" in page.text
    assert len(app.coach.store.sessions.list(PAIR)) == 2


# --- without both people's yes -------------------------------------------------------------------


@pytest.fixture
def asked_nobody(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "home") as app:
        app.coach.add("dana", mentor="Dana Whitfield", mentee="Karthik Rao", me="mentor")
        yield app


def test_without_both_peoples_yes_a_recap_is_shown_and_nothing_is_kept(
    asked_nobody: Served,
) -> None:
    words = b"Dana: Hello.\nKarthik: I'll send you the plan by Friday."
    with asking(asked_nobody) as client:
        assert "nothing of it is kept" in client.get("/with/dana/calls").text
        page = client.post(
            "/with/dana/calls", files={"file": ("c.txt", words)}, data={"held_on": "2026-04-02"}
        )
        assert "Nothing of this is kept" in page.text and "Send Dana the plan" in page.text
        assert asked_nobody.coach.store.sessions.list("dana") == ()
        kept = client.post(page.url.path, data={"both": "yes"})
        assert kept.url.path == "/with/dana/calls/01"
        assert asked_nobody.coach.relationship("dana").consented
        assert client.get(page.url.path).url.path == "/with/dana/calls/01"


@pytest.mark.parametrize("by", ["leaving", "erasing", "taking a yes back"])
def test_a_recap_that_is_let_go_is_gone(asked_nobody: Served, by: str) -> None:
    words = b"Dana: Hello.\nKarthik: I'll send you the plan by Friday."
    with asking(asked_nobody) as client:
        page = client.post(
            "/with/dana/calls", files={"file": ("c.txt", words)}, data={"held_on": "2026-04-02"}
        )
        assert "plan" in page.text
        if by == "leaving":
            client.post(page.url.path, data={"leave": "1"})
        elif by == "erasing":
            pair = asked_nobody.coach.relationship("dana")
            client.post("/with/dana/eyes/erase", data={"typed": "dana"})
            asked_nobody.coach.add("dana", mentor=pair.mentor, mentee=pair.mentee)
        else:
            asked_nobody.coach.consent("dana", ["mentor"])
            client.post("/with/dana/eyes/withdraw", data={"by": "mentor"})
        gone = client.get(page.url.path)
        assert gone.status_code == 404 and "plan" not in gone.text


# --- with a model --------------------------------------------------------------------------------


@pytest.fixture
def modelled(grown: Path, tmp_path: Path) -> Iterator[Served]:
    home = shutil.copytree(grown, tmp_path / "home")
    with served(home, model="small", base_url="http://127.0.0.1:9/v1") as app:
        yield app


def test_a_model_is_asked_only_after_a_yes_to_what_would_leave(modelled: Served) -> None:
    with asking(modelled) as client:
        assert "you see first what it would be sent" in client.get(CALLS).text
        page = drop(client, SECOND, reader="model")
        assert page.url.path != f"{CALLS}/02"
        for told in ("small at http://127.0.0.1:9/v1", "tokens in 1 request", "in 28 turns"):
            assert told in page.text
        assert "Are you there? I can see a ceiling fan." in page.text
        sent = client.get(f"{page.url.path}/sent")
        assert sent.headers["content-type"].startswith("text/plain")
        assert "ceiling fan" in sent.text


def test_a_model_that_cannot_be_reached_leaves_the_draft_of_the_rules_and_says_so(
    modelled: Served,
) -> None:
    with asking(modelled) as client:
        page = drop(client, SECOND, reader="model")
        done = client.post(page.url.path, data={"send": "yes"})
        for _ in range(60):
            if done.url.path == f"{CALLS}/02":
                break
            threading.Event().wait(0.5)
            done = client.get(page.url.path)
        assert done.url.path == f"{CALLS}/02" and "rules" in done.text


def test_who_changes_their_mind_has_it_read_by_the_rules(modelled: Served) -> None:
    with asking(modelled) as client:
        page = drop(client, SECOND, reader="model")
        assert client.post(page.url.path, data={"send": "rules"}).url.path == f"{CALLS}/02"
    assert modelled.coach.draft(PAIR, "02").engine == "offline"


def test_a_browser_names_no_engine_of_its_own(client: httpx2.Client, app: Served) -> None:
    page = drop(client, SECOND, reader="replay:/etc")
    assert page.url.path == f"{CALLS}/02" and app.coach.draft(PAIR, "02").engine == "offline"


# --- hostile files -------------------------------------------------------------------------------


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 60_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (b"", "empty file"),
        (b"\n \n", "empty file"),
        (bytes(range(256)) * 400, "not a text file"),
        (b"%PDF-1.7 whatever", "a PDF"),
        (b"PK\x03\x04 broken", "damaged archive"),
        (b"RIFF....WAVE", "a recording"),
        (b"no speaker here at all", "no words of a call found"),
    ],
)
def test_what_is_no_call_is_told_in_one_line_on_the_same_page(
    look: httpx2.Client, untouched: Served, words: bytes, why: str
) -> None:
    page = drop(look, words, held_on="2026-04-02")
    assert page.status_code == 400 and page.url.path == CALLS
    told = re.findall(r'<p class="notice" role="alert" id="told">(.*)</p>', page.text)
    assert len(told) == 1 and why in told[0]
    assert 'value="2026-04-02"' in page.text
    assert len(untouched.coach.store.sessions.list(PAIR)) == 2


def test_an_archive_that_unpacks_into_too_much_is_refused(look: httpx2.Client) -> None:
    assert drop(look, _bomb(), name="call.docx").status_code == 400


def test_nothing_chosen_is_said(look: httpx2.Client) -> None:
    for sent in (
        look.post(CALLS, data={"held_on": ""}),
        look.post(CALLS, files={"file": ("", b"")}),
        look.post(CALLS, data={"file": "words of a call"}),
    ):
        assert sent.status_code == 400 and "Choose the transcript of a call first." in sent.text


@pytest.mark.parametrize(
    "body",
    [
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nq\r\n' * 2,
        b"--x\r\nContent-Disposition: form-data\r\n\r\nq\r\n--x--\r\n",
        b'--x\r\nContent-Disposition: form-data; name="held_on"\r\n\r\nq',
        b"",
        b"\0" * 100,
    ],
)
def test_a_damaged_form_is_told_in_one_line(look: httpx2.Client, body: bytes) -> None:
    page = look.post(
        CALLS, content=body, headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert page.status_code == 400
    assert len(re.findall(r'class="notice"', page.text)) == 1


def test_nine_megabytes_are_refused_on_the_page_where_they_were_dropped(
    look: httpx2.Client, untouched: Served
) -> None:
    page = look.post(
        CALLS,
        files={"file": ("call.txt", b"Robyn: Hello.\n" * 700_000)},
        headers={"accept": "text/html"},
    )
    assert page.status_code == 413 and "Call 1, Thursday" in page.text
    [told] = re.findall(r'<p class="notice" role="alert" id="told">(.*)</p>', page.text)
    assert told.startswith("This file is larger than 8 MB, so it was not read.")
    assert len(untouched.coach.store.sessions.list(PAIR)) == 2


def test_nine_megabytes_of_somebody_without_a_key_are_shown_no_page(untouched: Served) -> None:
    large = b"Robyn: Hello.\n" * 700_000
    key = untouched.headers
    strangers = ({"origin": untouched.url}, key | {"cookie": "x=y"}, key | {"origin": "http://e.x"})
    for headers in strangers:
        asking = untouched.asking(headers=headers | {"accept": "text/html"})
        with suppress(httpx2.TransportError), asking as client:  # the server may hang up on it
            answer = client.post(CALLS, files={"file": ("c.txt", large)})
            assert answer.status_code in (401, 403) and "Call 1" not in answer.text


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_file_too_large_is_told_beside_its_field(
    browser: Browser, untouched: Served, tmp_path: Path, scripts: bool
) -> None:
    large, small = tmp_path / "call.mp4", tmp_path / "call.txt"
    large.write_bytes(b"0" * 9_000_000)
    small.write_bytes(UNSAID)
    with visiting(browser, untouched, java_script_enabled=scripts) as visit:
        page = visit.go(CALLS)
        page.get_by_label("Day of the call").fill("2026-04-02")
        page.get_by_label("Transcript").set_input_files(large)
        if not scripts:
            page.get_by_role("button", name="Read this call").click()
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("This file is larger than 8 MB")
        field, told = page.get_by_label("Transcript").bounding_box(), alert.bounding_box()
        assert field and told and 0 < told["y"] - field["y"] < 80
        if scripts:
            page.get_by_role("button", name="Read this call").click()
            expect(page.get_by_label("Day of the call")).to_have_value("2026-04-02")
            page.get_by_label("Transcript").set_input_files(small)
            expect(alert).to_have_count(0)
        visit.wrong.clear()  # the browser notes the 413


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2062-03-12", "No call was held on 2062-03-12: that is still to come. Is its year right?"),
        ("1926-03-12", "No call was held on 1926-03-12: that is before 1990. Is its year right?"),
        ("soon", "is no day"),
    ],
)
def test_a_day_on_which_no_call_can_have_been_is_told_beside_its_field(
    look: httpx2.Client, untouched: Served, day: str, why: str
) -> None:
    page = drop(look, UNSAID, held_on=day)
    assert page.status_code == 400
    [told] = re.findall(r'<p class="notice" role="alert" id="told">(.*)</p>', page.text)
    assert why in told and f'value="{day}" aria-invalid="true"' in page.text
    asked = look.post(drop(look, UNSAID).url.path, data={"held_on": day})
    assert asked.status_code == 400 and why in asked.text and "When was this call?" in asked.text
    assert len(untouched.coach.store.sessions.list(PAIR)) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32", "cp1252"])
def test_an_encoding_is_found_out(client: httpx2.Client, encoding: str) -> None:
    words = UNSAID.decode() + "\nRobyn Teague: In the café, as agreed."
    page = drop(client, words.encode(encoding), held_on="2026-04-02")
    assert page.url.path == f"{CALLS}/03" and "café" in page.text


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\call.vtt", "call.vtt"),
        ("a\x1b[2J\u202eb.txt", "ab.txt"),
        ("x" * 4000 + ".vtt", "x" * 200),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
    ],
)
def test_a_file_is_known_by_its_bare_name(
    client: httpx2.Client, app: Served, given: str, called: str
) -> None:
    page = drop(client, UNSAID, name=given, held_on="2026-04-02")
    source = app.coach.store.sessions.get(PAIR, "03").source
    assert page.status_code == 200 and "<img src=x" not in page.text
    assert source.replace("[2J", "") == called and "/" not in source and "\\" not in source


def test_a_name_without_letters_is_called_a_transcript() -> None:
    assert _name("C:\\calls\\") == "transcript"


def test_words_and_labels_that_are_html_are_words(client: httpx2.Client) -> None:
    words = b"<script>alert(1)</script>: <img src=x onerror=alert(2)> I'll send it.\nBo: Ok."
    page = drop(client, words, held_on="2026-04-02")
    assert "&lt;script&gt;" in page.text
    done = client.post(page.url.path, data={"label-0": "mentor", "label-1": "mentee"})
    for answer in (page, done):
        assert "<script>alert" not in answer.text and "<img src=x" not in answer.text


def test_nothing_of_an_upload_is_written_to_a_place_that_stays(
    client: httpx2.Client, app: Served, tmp_path: Path
) -> None:
    words = UNSAID + b"\nRobyn Teague: Off the record, Quillfeather is leaving."
    drop(client, words * 1, held_on="2026-04-02")
    holding = [
        file
        for file in (tmp_path / "home").rglob("*")
        if file.is_file() and b"Quillfeather" in file.read_bytes()
    ]
    assert holding == []


# --- readings ------------------------------------------------------------------------------------


def test_a_reading_is_known_to_its_own_pair_alone(client: httpx2.Client, app: Served) -> None:
    app.coach.add("other", mentor="A B", mentee="C D", me="mentor")
    page = drop(client, UNSAID)
    job = page.url.path.rsplit("/", 1)[1]
    assert len(job) >= 20
    for path in (f"/with/other/reading/{job}", f"/with/{PAIR}/reading/nope"):
        assert client.get(path).status_code == 404
        assert client.post(path, data={"held_on": "2026-04-02"}).status_code == 404
        assert client.get(f"{path}/sent").status_code == 404


def _reading(running: bool = False) -> Reading:
    one = Reading(who="a", transcript=None, turns=1, source="c", engine="offline")
    one.began = 0.0 if running else None
    return one


def test_the_oldest_reading_that_is_idle_makes_room() -> None:
    held = Readings()
    first = held.take(_reading(running=True))
    second = held.take(_reading())
    for _ in range(MOST - 1):
        held.take(_reading())
    assert held.get("a", first.id) is first
    with pytest.raises(Exception, match="is over"):
        held.get("a", second.id)


def test_no_more_calls_are_read_at_once_than_are_held() -> None:
    held = Readings()
    for _ in range(MOST):
        held.take(_reading(running=True))
    with pytest.raises(Exception, match="wait for one of them"):
        held.take(_reading())


def test_a_page_says_how_long_it_has_been_reading_and_goes_on_by_itself(
    client: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait, reads = threading.Event(), Coach.recap
    monkeypatch.setattr(calls, "SOON", 0.05)
    slow: Callable[..., Any] = lambda *a, **k: (wait.wait(10), reads(*a, **k))[1]  # noqa: E731
    monkeypatch.setattr(Coach, "recap", slow)
    page = drop(client, UNSAID, held_on="2026-04-02")
    assert "s so far" in page.text and 'http-equiv="refresh"' in page.text and "%" not in page.text
    poll = client.get(page.url.path, headers={"hx-request": "true"})
    assert poll.text.lstrip().startswith("<div") and 'hx-trigger="every 1s"' in poll.text
    wait.set()
    for _ in range(100):
        poll = client.get(page.url.path, headers={"hx-request": "true"})
        if "hx-redirect" in poll.headers:
            break
        threading.Event().wait(0.05)
    assert poll.headers["hx-redirect"] == f"{CALLS}/03"


def test_a_reading_that_fails_says_so_and_can_be_tried_again(
    client: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the words of a call")

    with monkeypatch.context() as patched:
        patched.setattr(Coach, "recap", broken)
        page = drop(client, UNSAID, held_on="2026-04-02")
        assert "by a mistake of ours" in page.text and "the words of a call" not in page.text
    assert client.post(page.url.path, data={"again": "1"}).url.path == f"{CALLS}/03"


def test_a_closed_pair_reads_no_call_and_says_why(client: httpx2.Client, app: Served) -> None:
    app.coach.end(PAIR)
    page = drop(client, SECOND)
    assert page.status_code == 400 and "was closed" in page.text


@LOOKS
def test_calls_and_questions_about_one_are_sound(
    browser: Browser, modelled: Served, scheme: str, size: dict[str, int]
) -> None:
    with asking(modelled) as client:
        asked = [
            CALLS,
            drop(client, UNSAID).url.path,
            drop(client, UNKNOWN, held_on="2026-04-02").url.path,
            drop(client, SECOND, reader="model").url.path,
        ]
    with visiting(browser, modelled, viewport=size, color_scheme=scheme) as visit:
        for path in asked:
            visit.go(path)
            assert visit.sound() == []


SECRETS = b"""Robyn Teague: Hello.
Lachie Burke: Off the record, I had an interview at Brightwell on Tuesday.
Robyn Teague: Okay, back on the record.
Lachie Burke: Thanks. I'll send you the plan by Friday.
Robyn Teague: Between us, I am moving to Perth in May."""


def test_a_draft_says_why_words_were_left_out_and_reads_them_with_the_file_again(
    client: httpx2.Client,
) -> None:
    draft = drop(client, SECRETS, held_on="2026-04-02").text
    assert "announced in turn 1 by “off the record”" in draft
    assert "Brightwell" not in draft and "Perth" not in draft
    opened = drop(client, SECRETS, not_secret="1").text
    assert "interview at Brightwell" in opened and "Perth" not in opened


@pytest.mark.parametrize(
    ("turns", "why"),
    [("4", "Not yours alone"), ("77", "turns 0 to 4"), ("one", "write turns such as")],
)
def test_turns_that_may_not_be_opened_are_refused_and_nothing_is_shown(
    client: httpx2.Client, turns: str, why: str
) -> None:
    drop(client, SECRETS, held_on="2026-04-02")
    page = drop(client, SECRETS, not_secret=turns)
    assert why in page.text and "Perth" not in page.text


def test_what_was_opened_is_left_out_again_by_the_same_form(client: httpx2.Client) -> None:
    drop(client, SECRETS, held_on="2026-04-02")
    drop(client, SECRETS, not_secret="1")
    opened = drop(client, SECRETS, not_secret="4", both_say="yes").text
    assert "Turns to leave out again" in opened and "as you said: turn 1,4." in opened
    page = drop(client, SECRETS, secret="1").text
    assert "Brightwell" not in page and "Perth" in page and "as you said: turn 4." in page
    assert "Perth" not in drop(client, SECRETS, not_secret="", secret="4").text


def test_what_both_say_was_no_secret_is_opened(client: httpx2.Client) -> None:
    drop(client, SECRETS, held_on="2026-04-02")
    assert "Perth" in drop(client, SECRETS, not_secret="4", both_say="yes").text
