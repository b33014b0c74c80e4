"""No private, withheld, struck or off-limits word stands where it may not, on any page or answer.

Each address of the app is asked, in the mentee's home and in the mentor's; one that shows a word
has to be listed here with what it may show, and one that cannot be asked fails.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from canaries import FIRST_DAY, NOW, PLACES, WHO, planted, seen
from taking_away import take_away
from two_homes import DANA, KARTHIK, as_in_the_story
from web_home import Served, served
from web_walk import addresses

from coach import Coach
from coach.records import Person
from coach.render.exchange import shared_text

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

NOTHING: frozenset[str] = frozenset()
DEBTS = frozenset({"off-limits promise"})
"""The ledger hides no debt of either, whatever it is about."""
SUBJECTS = frozenset({"off limits", "off-limits promise"})
"""What is off limits, as the two named it, and the goals that they set."""
OWN = frozenset(PLACES) - {"withheld", "struck"}
"""What a person may see where it is for them alone; those two are for nobody."""
READING = SUBJECTS | {"draft"}
"""A draft is its owner's to read, whatever it is about."""
MODEL = {"model": "openai:x", "base_url": "http://127.0.0.1:9/v1"}
"""One that is named, so that the page of what it would be sent is there too. Nothing asks it."""
API = "/api/v1/relationships"
ITS = f"{API}/{{who}}"

SHOWS = {
    API: SUBJECTS,
    ITS: SUBJECTS,
    f"{ITS}/commitments": DEBTS,
    f"{ITS}/commitments/{{id}}": DEBTS,
    f"{ITS}/history": DEBTS,
    "/api/v1/due": DEBTS,
    f"{ITS}/agenda": frozenset({"private"}),
    f"{ITS}/sessions/{{session}}/recap": READING | {"rejected"},
    f"{ITS}/notes": frozenset({"private"}),
    f"{ITS}/agreement": SUBJECTS,
    f"{ITS}/goals": frozenset({"off limits"}),
    "/": DEBTS,
    "/with/{who}/brief": frozenset({"private"}),
    "/with/{who}/prepare": frozenset({"private", "off limits"}),
    "/with/{who}/agenda": frozenset({"private"}),
    "/with/{who}/agenda.md": frozenset({"private"}),
    "/with/{who}/calls": DEBTS | {"draft"},
    "/with/{who}/calls/{session}": READING | {"rejected"},
    "/with/{who}/calls/{session}/transcript": READING | {"rejected"},
    "/with/{who}/together": SUBJECTS,
    "/with/{who}/together/keepsake/{role}": frozenset({"private"}),
    "/with/{who}/eyes": SUBJECTS,
    "/with/{who}/eyes/export.json": OWN,
    "/with/{who}/eyes/folder.zip": OWN,
}
"""What an address shows of the home's own owner; nothing, where it is not listed."""
FOR_THE_OTHER = ("for=mentor", "for=both", "both=true", "keepsake/mentor")
"""What is asked for the partner's eyes, or for both, from the mentee's home."""


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        as_in_the_story(patch, NOW)
        yield


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The mentee's home with a word in every place; the mentor's, with what the mentee shared."""
    folder = tmp_path_factory.mktemp("two")
    planted(folder / "mentee", folder / "files")
    with Coach(folder / "mentee") as coach:
        told = shared_text(coach.share(WHO))
    (folder / "told.md").write_text(told, encoding="utf-8")
    (folder / "theirs.txt").write_text("Dana: I'll buy the cake by Friday.\n", encoding="utf-8")
    with Coach(folder / "mentor") as coach:
        coach.store.set_me(Person(name=DANA))
        coach.add(WHO, mentor=DANA, mentee=KARTHIK, me="mentor")
        coach.consent(WHO, ["mentor", "mentee"])
        coach.recap(folder / "theirs.txt", who=WHO, held_on=FIRST_DAY)
        coach.confirm(WHO, "01")
        coach.receive(folder / "told.md", WHO)
    return {role: folder / role for role in ("mentee", "mentor")}


def answers(app: Served) -> Iterator[tuple[str, str, int, str]]:
    """Every route and address of the app, with status and all the words of its answer."""
    told = {"headers": app.headers | {"connection": "close"}, "trust_env": False, "timeout": 60}
    with httpx2.Client(base_url=app.url, **told) as client:  # type: ignore[arg-type]
        for route, there in addresses(app.coach).items():
            assert there, f"{route}: tests/web_walk.py does not know how to fill it in"
            for address in there:
                answer = client.get(address)
                yield route, address, answer.status_code, _words(answer)


def _words(answer: httpx2.Response) -> str:
    if answer.headers.get("content-type") != "application/zip":
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        return "\n".join(folder.read(name).decode() for name in folder.namelist())


def leaks(app: Served, shows: dict[str, frozenset[str]]) -> set[str]:
    """Addresses that show a word which they may not."""
    found = set()
    for route, address, _, words in answers(app):
        may = shows.get(route, NOTHING)
        if any(asked in address for asked in FOR_THE_OTHER):
            may -= {"private"}
        found |= {f"{address}: {place}" for place in seen(words) - may}
    return found


def test_every_address_can_be_asked(homes: dict[str, Path]) -> None:
    with served(homes["mentee"], **MODEL) as app:
        shown: dict[str, set[int]] = {}
        for route, _, status, _ in answers(app):
            shown.setdefault(route, set()).add(status)
    assert len(shown) >= 45
    assert [route for route, found in shown.items() if 200 not in found] == ["/enter"]


def test_every_page_is_measured(homes: dict[str, Path]) -> None:
    """What `python -m benchmarks pages` asks is all that answers with a page."""
    from benchmarks.pages import PAGES

    with served(homes["mentee"]) as app, httpx2.Client(base_url=app.url, timeout=60) as client:
        pages = {
            route
            for route, (first, *_) in addresses(app.coach, most=1).items()
            if client.get(first, headers=app.headers)
            .headers["content-type"]
            .startswith("text/html")
        }
    assert pages - {"/enter", "/with/{who}/agenda/words"} == set(PAGES)


def test_in_the_mentees_home_each_address_shows_what_it_may(homes: dict[str, Path]) -> None:
    with served(homes["mentee"], **MODEL) as app:
        assert leaks(app, SHOWS) == set()


def test_in_the_mentors_home_nothing_of_the_mentees_stands_anywhere(
    homes: dict[str, Path],
) -> None:
    with served(homes["mentor"], **MODEL) as app:
        assert "hiring budget" in " ".join(words for *_, words in answers(app)), "it was told"
        assert leaks(app, {}) == set()


WITHOUT = {
    "eyes": [
        (
            "coach.app.before_a_call",
            "eyes = role if role and relationship.me in (None, role) else None",
            "eyes = relationship.me",
        ),
        (
            "coach.before.view",
            'wanted = self.role if private else "shared"',
            'wanted = "mentee" if private else "shared"',
        ),
    ],
    "hits": [
        (
            "coach.app.before_a_call",
            "return not offlimits.speaks_of(words, relationship)",
            "return True",
        )
    ],
}


@pytest.mark.parametrize("guard", WITHOUT)
def test_without_a_guard_a_word_comes_through(
    guard: str, homes: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in WITHOUT[guard]:
        take_away(*one, monkeypatch)
    with served(homes["mentee"], **MODEL) as app:
        assert leaks(app, SHOWS)
