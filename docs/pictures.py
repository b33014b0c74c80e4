"""Take the pictures of the pages that the documents show: `python docs/pictures.py`.

The demo's pair, a week after their second call; in a browser of this machine. Pictures are looked
at, not compared: another machine has other fonts.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from unittest import mock

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

A_WEEK_LATER = datetime(2026, 3, 19, 8, 0, tzinfo=UTC)


class Picture(NamedTuple):
    """A page as it is photographed."""

    name: str
    path: str
    confirmed: int = 2
    """calls that somebody said yes to; the others wait as drafts"""
    phone: bool = False
    dark: bool = False


PICTURES = (
    Picture("review", "/with/robyn/calls/02", confirmed=1),
    Picture("agenda", "/with/robyn/agenda"),
    Picture("together", "/with/robyn/together", dark=True),
    Picture("brief", "/with/robyn/brief", phone=True),
)


def main() -> None:
    """Take them all."""
    from web_home import PHONE, WIDE, chromium, grow, served, visiting

    (HERE / "pictures").mkdir(exist_ok=True)
    with mock.patch("coach.app.clock.exactly", return_value=A_WEEK_LATER), chromium() as browser:
        for picture in PICTURES:
            with tempfile.TemporaryDirectory() as folder:
                grow(home := Path(folder) / "home", confirmed=picture.confirmed)
                look = {
                    "viewport": PHONE if picture.phone else WIDE,
                    "color_scheme": "dark" if picture.dark else "light",
                }
                with served(home) as app, visiting(browser, app, **look) as visit:
                    visit.go(picture.path)
                    visit.page.screenshot(path=HERE / "pictures" / f"{picture.name}.png")


if __name__ == "__main__":
    main()
