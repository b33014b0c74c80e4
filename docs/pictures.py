"""Take the pictures of the pages that the documents show: `python docs/pictures.py`.

The demo's pair, a week after their second call; in a browser of this machine. Pictures are looked
at, not compared: another machine has other fonts.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

A_WEEK_LATER = datetime(2026, 3, 19, 8, 0, tzinfo=UTC)
PICTURES = {
    "home": ("/", "desk", "light"),
    "review": ("/with/robyn/calls/02", "desk", "light"),
    "agenda": ("/with/robyn/agenda", "desk", "light"),
    "together": ("/with/robyn/together", "desk", "dark"),
    "brief": ("/with/robyn/brief", "phone", "light"),
}
"""For each file its page, on what, and by day or at night."""


def main() -> None:
    """Take them all."""
    from web_home import PHONE, WIDE, chromium, grow, served, visiting

    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch("coach.app.clock.exactly", return_value=A_WEEK_LATER),
        chromium() as browser,
    ):
        home = Path(folder) / "home"
        grow(home)
        (HERE / "pictures").mkdir(exist_ok=True)
        with served(home) as app:
            for name, (path, size, scheme) in PICTURES.items():
                viewport = PHONE if size == "phone" else WIDE
                with visiting(browser, app, viewport=viewport, color_scheme=scheme) as visit:
                    visit.go(path)
                    visit.page.screenshot(path=HERE / "pictures" / f"{name}.png")


if __name__ == "__main__":
    main()
