"""A process of its own: keeps notes, and after each looks for one that somebody kept before.

    python store_worker.py HOME START COUNT

Prints one line a note kept, and one for each that a search should have found and did not.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from store_samples import Numbers, note, opened


def work(home: Path, start: int, count: int) -> None:
    with opened(home, Numbers()) as store:
        for number in range(start, start + count):
            store.memory.add([note(Numbers.spelled(number))])
            print("kept", number, flush=True)
            text = random.choice(store.memory.notes("ines-tomasz")).text
            found = store.memory.search("ines-tomasz", str(Numbers.number(text)), None, limit=1)
            if found.notices:
                print("noticed", *found.notices, flush=True)
            if not found.hits or found.hits[0].note.text != text:
                print("lost", Numbers.number(text), flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
