"""Home, where a person begins: in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from web_home import LOOKS, PAIR, PHONE, Served, Visit, served, visiting

from coach.web.showing import SECTIONS

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]


@pytest.fixture
def nobody(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Somebody who opens an empty home."""
    with served(tmp_path / "home") as app, visiting(browser, app) as visit:
        yield visit


def test_an_empty_home_begins_the_demo_with_one_click(nobody: Visit) -> None:
    page = nobody.go("/")
    page.get_by_role("button", name="Look around with an invented pair").click()
    page.wait_for_url("**/with/robyn/calls/02")
    nobody.go("/")
    expect(page.get_by_role("link", name="Robyn Teague")).to_be_visible()
    expect(page.get_by_role("link", name="Call 2 waits for your yes")).to_be_visible()


def test_an_empty_home_begins_the_first_relationship_in_two_clicks(nobody: Visit) -> None:
    page = nobody.go("/")
    page.get_by_role("link", name="Begin with your own").click()
    page.get_by_label("Your name").fill("Zoë Ångström")
    page.get_by_label("The other one's name").fill("Dana Whitfield")
    page.get_by_label("the mentee").check()
    page.get_by_label("Both of us have said yes").check()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/with/dana/calls")


@LOOKS
@pytest.mark.parametrize("path", ["/", "/new"])
def test_home_is_sound(
    browser: Browser, app: Served, path: str, scheme: str, size: dict[str, int]
) -> None:
    with visiting(browser, app, viewport=size, color_scheme=scheme) as visit:
        visit.go(path)
        assert visit.sound() == []


def test_the_link_of_the_terminal_opens_once(browser: Browser, app: Served) -> None:
    page = browser.new_context().new_page()
    link = f"{app.url}/enter?token={app.keys.token}"
    page.goto(link)
    page.wait_for_url(f"{app.url}/")
    expect(page.get_by_role("heading", name="Your relationships")).to_be_visible()
    stranger = browser.new_context().new_page()
    stranger.goto(link)
    expect(stranger.get_by_role("heading", name="Only for its owner")).to_be_visible()
    stranger.goto(f"{app.url}/with/robyn/promises")
    assert stranger.url == f"{app.url}/enter"


def test_on_a_phone_every_page_of_a_pair_is_in_view_in_its_menu(
    browser: Browser, untouched: Served
) -> None:
    with visiting(browser, untouched, viewport=PHONE) as visit:
        for here in SECTIONS:
            page = visit.go(f"/with/{PAIR}/{here}")
            menu = page.get_by_role("navigation", name="With Robyn Teague")
            assert menu.get_by_role("link").count() == len(SECTIONS)
            for link in menu.get_by_role("link").all():
                box = link.bounding_box()
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
            expect(menu.locator("[aria-current]")).to_have_text(SECTIONS[here])
