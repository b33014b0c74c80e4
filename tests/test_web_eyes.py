"""Who sees what: each one's yes, files from home to home, and the end, in a real browser."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import httpx2
import pytest
from canaries import PLACES, planted
from canaries import WHO as DANAS
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from two_homes import LATER, LATER_DAY, NOW, hear
from two_homes import home as one_of_two
from web_home import LOOKS, PAIR, Served, Visit, served, visiting

from coach.errors import UserError
from coach.records import Cut, Person, Recap, Relationship, Role, Session, Talk, Withheld
from coach.render.exchange import shared_text
from coach.render.eyes import Away, Kept, who_sees_what
from coach.render.page import Section
from coach.sharing import Paper, read_shared

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]


# --- in a browser --------------------------------------------------------------------------------


def test_a_yes_is_taken_back_and_said_again(visit: Visit, app: Served) -> None:
    page = visit.go(f"/with/{PAIR}/eyes")
    page.locator(".yeses li", has_text="Robyn Teague").get_by_text("Take it back …").click()
    page.get_by_role("button", name="Take back Robyn's yes").click()
    expect(page.locator("#consent")).to_contain_text("no further call is read, kept or shared")
    assert [one.who for one in app.coach.relationship(PAIR).taken_back] == ["Robyn Teague"]
    page.get_by_label("How Robyn said it").fill("on the phone")
    page.get_by_role("button", name="Robyn has said yes").click()
    expect(page.locator("#consent")).to_contain_text("on the phone")
    assert app.coach.relationship(PAIR).consented


def test_erasing_wants_the_name_typed_and_ends_with_a_receipt(visit: Visit, app: Served) -> None:
    page = visit.go(f"/with/{PAIR}/eyes")
    page.get_by_role("link", name="Erase all of it").click()
    page.get_by_label("Type Robyn to say that you mean it").fill("robyn")
    page.get_by_role("button", name="Erase it for good").click()
    receipt = page.get_by_label("The receipt: numbers, no words")
    expect(receipt).to_have_value(re.compile("calls: 2"))
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the receipt").click()
    assert "promises: " in saved.value.path().read_text(encoding="utf-8")
    expect(page.get_by_role("heading", name="To Robyn Teague")).to_be_visible()
    assert app.coach.relationships() == ()


def test_what_one_home_shares_the_other_sees_first_and_then_takes(
    browser: Browser, tmp_path: Path
) -> None:
    with one_of_two(tmp_path, "mentee") as mentee, one_of_two(tmp_path, "mentor"):
        hear(mentee, tmp_path)
        hear(mentee, tmp_path, LATER, LATER_DAY)
    with served(tmp_path / "mentee") as app, visiting(browser, app) as visit:
        page = visit.go("/with/dana/eyes")
        page.get_by_role("link", name="See what would be shared").click()
        expect(page.get_by_text("Draft the press release.")).to_be_visible()
        with page.expect_download() as saved:
            page.get_by_role("link", name="Save the file for Dana").click()
        file = shutil.copy(saved.value.path(), tmp_path / saved.value.suggested_filename)
    with served(tmp_path / "mentor") as app, visiting(browser, app) as visit:
        page = visit.go("/with/karthik/eyes/receive")
        page.get_by_label("The file").set_input_files(file)
        page.get_by_role("button", name="Look at it first").click()
        expect(page.locator(".letter")).to_contain_text("Draft the press release.")
        assert app.coach.commitments("karthik") == ()
        page.get_by_role("button", name="Take it in").click()
        heard = page.locator("#heard li", has_text="Book the big meeting room")
        heard.get_by_role("button", name="Yes, mine").click()
        expect(heard).to_have_count(0)
        owned = [p for p in app.coach.commitments("karthik") if "meeting room" in p.action]
        assert [promise.heard_from for promise in owned] == [None]


def test_a_line_that_the_partner_takes_out_goes_with_ones_own_yes(
    browser: Browser, tmp_path: Path
) -> None:
    with one_of_two(tmp_path, "mentee") as mentee, one_of_two(tmp_path, "mentor") as mentor:
        hear(mentee, tmp_path)
        for took_out in (False, True):
            if took_out:
                supplier = next(c for c in mentee.commitments("dana") if "supplier" in c.action)
                mentee.edit_commitment("dana", supplier.id, status="never_promised")
            file = tmp_path / "from-karthik.md"
            file.write_text(shared_text(mentee.share("dana")), encoding="utf-8")
            mentor.receive(file)
    with served(tmp_path / "mentor") as app, visiting(browser, app) as visit:
        page = visit.go("/with/karthik/promises")
        waits = page.locator("section", has_text="Your partner says otherwise")
        expect(waits.get_by_text("Never promised?")).to_be_visible()
        assert visit.sound() == []
        page = visit.go("/with/karthik/eyes/receive")
        asked = page.locator("#heard li", has_text="supplier")
        asked.get_by_role("button", name="Never promised").click()
        expect(asked).to_have_count(0)
        assert not any("supplier" in p.action for p in app.coach.commitments("karthik"))


@LOOKS
def test_who_sees_what_is_sound(
    browser: Browser, untouched: Served, scheme: str, size: dict[str, int]
) -> None:
    with visiting(browser, untouched, viewport=size, color_scheme=scheme) as visit:
        for page in ("", "/share", "/receive", "/erase"):
            visit.go(f"/with/{PAIR}/eyes{page}")
            assert visit.sound() == []


# --- what the pages answer -----------------------------------------------------------------------


EYES = f"/with/{PAIR}/eyes"


@pytest.mark.parametrize("typed", ["", "yes", "Lachie", "rob yn", "ROBYN\x00", "x" * 400])
def test_nothing_is_erased_without_the_word(
    look: httpx2.Client, untouched: Served, typed: str
) -> None:
    answer = look.post(f"{EYES}/erase", data={"typed": typed})
    assert answer.status_code == 400 and "Nothing erased" in answer.text
    assert [one.id for one in untouched.coach.relationships()] == [PAIR]


def test_an_erasure_from_another_page_is_none(look: httpx2.Client, untouched: Served) -> None:
    for origin in ("https://evil.example", "null", f"{untouched.url}0"):
        answer = look.post(f"{EYES}/erase", data={"typed": PAIR}, headers={"origin": origin})
        assert answer.status_code == 403
    assert look.get(f"{EYES}/erase?typed={PAIR}").status_code == 200
    assert [one.id for one in untouched.coach.relationships()] == [PAIR]


def test_a_pair_that_is_erased_has_no_page_any_more(ask: httpx2.Client) -> None:
    assert ask.post(f"{EYES}/erase", data={"typed": " ROBYN "}).status_code == 200
    for page in ("", "/share", "/receive", "/erase", "/export.json", "/folder.zip", "/share.md"):
        assert ask.get(EYES + page).status_code == 404
    assert ask.post(f"{EYES}/erase", data={"typed": PAIR}).status_code == 404


@pytest.mark.parametrize("who", ["nobody", "%2e%2e%2f", "robyn%00", "'; drop table", "ROBYN"])
def test_a_pair_that_is_not_there_has_no_page(look: httpx2.Client, who: str) -> None:
    for page in ("eyes", "eyes/share", "eyes/erase", "eyes/export.json", "frameworks"):
        assert look.get(f"/with/{who}/{page}").status_code == 404


def test_a_yes_is_of_one_of_the_two(look: httpx2.Client, untouched: Served) -> None:
    for path in ("consent", "withdraw"):
        assert look.post(f"{EYES}/{path}", data={"by": "both"}).status_code == 400
        assert look.post(f"{EYES}/{path}").status_code == 400
    assert untouched.coach.relationship(PAIR).consented


def test_a_yes_taken_back_leads_back_to_a_page_that_says_what_follows(
    ask: httpx2.Client, app: Served
) -> None:
    answer = ask.post(f"{EYES}/withdraw", data={"by": "mentee"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{EYES}#consent")
    assert "no further call is read, kept or shared" in ask.get(EYES).text
    app.coach.change_settings(model="openai:x", base_url="http://127.0.0.1:1/v1")
    assert "Nothing, since a yes was taken back." in ask.get(EYES).text
    refused = ask.get(f"{EYES}/share")
    assert refused.status_code == 400 and "said yes" in refused.text


HOSTILE = {
    "empty": b"",
    "no words": b"\x00\x01\x02" * 50,
    "no file of ours": b"# Dear Robyn\n\nhello",
    "another pair": b'{"coach": "shared", "version": 1, "sender": "mentor", "mentor": "A B",'
    b' "mentee": "C D", "made_at": "2026-02-01"}',
    "a script": b'{"coach": "shared", "version": 1, "sender": "<script>alert(1)</script>"}',
    "nested": b'{"a":' * 100_000,
    "too large": b"x" * 2_100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_line(
    look: httpx2.Client, untouched: Served, name: str
) -> None:
    before = untouched.coach.export(PAIR)
    sent = {"file": ("<img src=x onerror=alert(1)>/../from.md", HOSTILE[name])}
    answer = look.post(f"{EYES}/receive", files=sent)
    assert answer.status_code == 400 and 'class="notice"' in answer.text
    assert "<script>alert" not in answer.text and "<img src=x" not in answer.text
    text = HOSTILE[name].decode("utf-8", "replace")
    assert look.post(f"{EYES}/receive/take", data={"text": text}).status_code == 400
    assert untouched.coach.export(PAIR) == before


@given(st.binary(max_size=400), st.text(max_size=30))
def test_no_file_that_is_handed_in_breaks_a_page(data: bytes, name: str) -> None:
    from coach.web.pages.eyes import _plain

    plain = _plain(name)
    assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*", plain)
    with pytest.raises(UserError) as refused:
        read_shared(Paper(plain, data), NOW)
    assert "\n" not in str(refused.value)


def test_everything_can_be_taken_along_and_put_back(
    look: httpx2.Client, untouched: Served, tmp_path: Path
) -> None:
    told = look.get(f"{EYES}/export.json")
    assert told.headers["content-disposition"] == 'attachment; filename="robyn.json"'
    packed = zipfile.ZipFile(io.BytesIO(look.get(f"{EYES}/folder.zip").content))
    assert set(packed.namelist()) == {
        f"robyn/{name}" for name in untouched.coach.export_files(PAIR)
    }
    with served(tmp_path / "other") as other:
        sent = {"file": ("robyn.json", told.content)}
        answer = httpx2.post(
            f"{other.url}/settings/restore", files=sent, headers=other.headers, trust_env=False
        )
        assert answer.headers["location"] == EYES
        assert other.coach.export(PAIR)["commitments"] == json.loads(told.text)["commitments"]


RESTORED = {
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"7",
    "nested": b"[" * 100_000,
    "no relationship": b"{}",
    "no text": b"\xff\xfe\x00",
    "not a pair": b'{"relationship": {"id": "../../x"}}',
}


@pytest.mark.parametrize("name", RESTORED)
def test_a_hostile_export_is_refused_whole(
    look: httpx2.Client, untouched: Served, name: str
) -> None:
    answer = look.post("/settings/restore", files={"file": ("x.json", RESTORED[name])})
    assert answer.status_code == 400 and 'class="notice"' in answer.text
    assert [one.id for one in untouched.coach.relationships()] == [PAIR]


def test_an_export_comes_back_beside_itself_only_by_another_id(
    ask: httpx2.Client, app: Served
) -> None:
    told = ask.get(f"{EYES}/export.json").content
    for id in ("", "a b", "../x"):
        sent = {"file": ("robyn.json", told)}
        assert ask.post("/settings/restore", files=sent, data={"id": id}).status_code == 400
    again = ask.post("/settings/restore", files={"file": ("a", told)}, data={"id": "again"})
    assert again.headers["location"] == "/with/again/eyes"


# --- whose eyes ----------------------------------------------------------------------------------


SHOWS = {
    "eyes": {"off limits", "off-limits promise"},
    "eyes/share": set(),
    "eyes/share.md": set(),
    "eyes/receive": set(),
    "eyes/erase": set(),
    "frameworks": set(),
    "frameworks/post-call": set(),
    "frameworks/working-agreement": set(),
}
"""What each page may hold of the words that are planted where the other may not see them."""


def test_no_page_gives_what_it_must_not(tmp_path: Path) -> None:
    planted(tmp_path / "home", tmp_path / "files")
    with (
        served(tmp_path / "home") as app,
        app.asking() as client,
    ):
        for page, may in SHOWS.items():
            answer = client.get(f"/with/{DANAS}/{page}")
            assert answer.status_code == 200
            text = answer.text.casefold()
            seen = {place for place, words in PLACES.items() if any(w in text for w in words)}
            assert seen <= may, page
        assert "merganser" in client.get(f"/with/{DANAS}/eyes").text


def test_withheld_and_struck_are_counts_and_places() -> None:
    call = Session(
        id="02",
        relationship="p",
        held_on="2025-09-16",
        source="call.vtt",
        digest="d",
        struck=(Cut(turn=40), Cut(turn=41)),
    )
    recap = Recap(
        relationship="p",
        session="02",
        held_on="2025-09-16",
        engine="offline",
        withheld=tuple(Withheld(turn=turn, scope="off_record") for turn in (12, 13, 40, 41, 90)),
    )
    *_, nobody = _groups(Kept((call,), {"02": recap}, (), 0, 0, 0))
    assert [(line.mark, line.text) for line in nobody.lines] == [
        ("2 passages", "withheld in call 2 (Tue 16 Sep): turns 12–13, 90"),
        ("1 passage", "struck from call 2 (Tue 16 Sep): turns 40–41"),
    ]


def test_the_other_ones_talk_is_not_mine_to_count() -> None:
    recap = Recap(
        relationship="p",
        session="01",
        held_on="2025-09-16",
        engine="offline",
        talk=Talk(share={"Dana Whitfield": 0.6}),
    )
    only_me = _groups(Kept((), {"01": recap}, (), 0, 0, 0))[0]
    assert "How you talk in a call" in only_me.lines[-1].text


def test_what_a_model_is_sent_stands_there_with_its_server() -> None:
    nothing = Kept((), {}, (), 0, 0, 0)
    _, _, offline, _ = _groups(nothing)
    assert offline.lines[0].text == "Nothing is sent anywhere."
    _, _, model, _ = _groups(nothing, Away("openai:qwen3", "http://localhost:11434/v1"))
    assert model.lead == "openai:qwen3 at http://localhost:11434/v1."
    assert "Your names go along" in " ".join(line.text for line in model.lines)
    _, _, masked, _ = _groups(nothing, Away("openai:qwen3", "http://x/v1", pseudonyms=True))
    assert "under other names" in " ".join(line.text for line in masked.lines)


def test_where_nobody_owns_the_home_nothing_is_only_mine() -> None:
    only_me = who_sees_what(_pair(me=None), Kept((), {}, (), 0, 0, 0), Away())[0]
    assert only_me.lines == () and "Nobody has said" in only_me.lead


def _groups(kept: Kept, away: Away | None = None) -> tuple[Section, ...]:
    return who_sees_what(_pair("mentee"), kept, away or Away())


def _pair(me: Role | None) -> Relationship:
    mentor, mentee = Person(name="Dana Whitfield"), Person(name="Karthik Subramanian")
    return Relationship(id="p", mentor=mentor, mentee=mentee, me=me)
