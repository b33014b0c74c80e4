"""Other names for the two while their words are away from this machine, and the way back.

Names, e-mail addresses and phone numbers of the two are replaced before anything is sent to a
model, and put back into its answer. Third people keep their names: nobody here knows which words
are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_STAND_INS = (
    "Alder Birch Cedar Dorrin Elmar Fennick Garrow Hazlet Ivor Juniper Kestrel Larkin Morrow "
    "Nettle Orrin Pellow Quillan Rowan Sorrel Tarrant Ulmer Varden Willet Yarrow"
).split()
# Names that are everyday words: replaced where they are written as names only.
EVERYDAY = frozenset(
    "will may mark grace hope faith rose joy bill art pat sue drew jack frank june april august "
    "dawn eve iris ivy jean ray rob rich chase hunter mason summer autumn crystal pearl ruby "
    "angel christian king prince page young long short brown white black green rice price wood "
    "stone hill field banks rivers law bush fox wolf bird love day may so an do in an my".split()
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[\s().-]{0,2}\d){6,14}(?![\w])")


class Pseudonyms:
    """One call's stand-ins. `mask` before sending, `restore` what comes back.

    >>> away = Pseudonyms(["Dana Whitfield", "Will Ode"], "Will you ring Dana? will do.")
    >>> away.mask("Will you ring Dana? will do.")
    'Cedar you ring Alder? will do.'
    >>> away.restore(away.mask("Will you ring Dana's boss? will do."))
    "Will you ring Dana's boss? will do."
    """

    def __init__(self, names: Sequence[str], text: str) -> None:
        """`names` and labels of the two; `text` is what will be sent: no stand-in occurs in it."""
        spoken = set(re.findall(r"\w+", text.casefold()))
        free = (name for name in _stand_ins() if name.casefold() not in spoken)
        self._there: dict[str, str] = {}
        for part in (part for name in names for part in re.findall(r"[^\W\d_]{2,}", name)):
            if part.casefold() not in self._there:
                self._there[part.casefold()] = next(free)
        self._original = {part.casefold(): part for name in names for part in name.split()}
        self._back = {stand: self._written(part) for part, stand in self._there.items()}
        self._numbers: dict[str, str] = {}
        parts = sorted(self._there, key=len, reverse=True)
        self._names = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, parts)) or '(?!)'})(?!\w)", re.I
        )

    def mask(self, text: str) -> str:
        """The text as it may leave."""
        text = _MAIL.sub(lambda found: self._stand_in(found.group(), "mail{}@example.org"), text)
        text = _PHONE.sub(lambda found: self._stand_in(found.group(), "+000 000 {:04d}"), text)
        return self._names.sub(self._mask_name, text)

    def restore(self, value: Any) -> Any:
        """What came back, with the true names: a text, or JSON of any depth."""
        if isinstance(value, str):
            return self._restored(value)
        if isinstance(value, Mapping):
            return {key: self.restore(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.restore(one) for one in value]
        return value

    def _restored(self, text: str) -> str:
        for original, stand in self._numbers.items():
            text = text.replace(stand, original)
        stands = "|".join(map(re.escape, self._back)) or "(?!)"
        found = re.compile(rf"(?<!\w)(?:{stands})(?!\w)")
        return found.sub(lambda match: self._back[match.group()], text)

    def _mask_name(self, found: re.Match[str]) -> str:
        word = found.group()
        if word.casefold() in EVERYDAY and not word[0].isupper():
            return word
        return self._there[word.casefold()]

    def _written(self, part: str) -> str:
        written = self._original.get(part, part)
        return written if not written.islower() else written.capitalize()

    def _stand_in(self, original: str, form: str) -> str:
        return self._numbers.setdefault(original, form.format(len(self._numbers) + 1))


def _stand_ins() -> Iterator[str]:
    yield from _STAND_INS
    yield from (f"{first}{second.lower()}" for first in _STAND_INS for second in _STAND_INS)
