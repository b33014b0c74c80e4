"""Going through a draft with a person, line by line, the doubtful ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from coach.after import OF_AN_UPDATE, doubtful_first, edited, ids_of, item_id
from coach.cli import terminal
from coach.cli.options import named
from coach.errors import UserError
from coach.library import Framework
from coach.promises.editing import EDITABLE
from coach.records import NEVER, Became, Commitment, Recap, Relationship, Update
from coach.records.history import Change
from coach.render.keeping import kept_for_later, worth_keeping
from coach.render.page import Line, Page, Section, counted, given_name
from coach.render.recap import commitment_line, update_line

KEYS = "y yes, n no, e edit, a this and all the rest, q quit and enter nothing"


@dataclass
class Verdict:
    """What a person said of a draft, in the words of `Coach.confirm`."""

    accept: list[str] | None = field(default_factory=list)
    reject: list[str] = field(default_factory=list)
    edits: dict[str, dict[str, str]] = field(default_factory=dict)

    def leaves_out(self, draft: Recap) -> list[str]:
        """The ids of the promises and updates of a draft that are not accepted; and of the rest."""
        ids = [one.id for one in draft.commitments] + [one.commitment for one in draft.updates]
        kept = set(ids if self.accept is None else self.accept) - set(self.reject)
        besides = [id for id in (*draft.goal_ids, *draft.besides()) if id in self.reject]
        return [*(id for id in ids if id not in kept), *besides]


def review(
    draft: Recap,
    relationship: Relationship,
    ledger: Sequence[Commitment],
    frameworks: Mapping[str, Framework],
) -> Verdict | None:
    """Ask about each line of the draft, and what of the rest stays out; None where they quit."""
    items = doubtful_first(draft)
    terminal.say(f"{len(items)} lines of session {draft.session}, the doubtful ones first.")
    terminal.say(f"{KEYS}.")
    accepted: list[str] = []
    verdict = Verdict(accepted)
    for number, item in enumerate(items):
        answer = _Asked(item, draft, relationship, ledger, verdict).answer(number + 1, len(items))
        if answer == "q":
            return None
        if answer == "a":
            accepted += map(item_id, items[number:])
            return verdict
        (accepted if answer == "y" else verdict.reject).append(item_id(item))
    verdict.reject += _left_out(draft, frameworks)
    return verdict


def _left_out(draft: Recap, frameworks: Mapping[str, Framework]) -> list[str]:
    """Ask once which lines of what is kept with a yes stay out; without an answer none does."""
    lines = (*worth_keeping(draft, ids=True), *kept_for_later(draft, frameworks, ids=True))
    if not lines:
        return []
    there = {*draft.goal_ids, *draft.besides()}
    terminal.show(Page(title="", sections=(Section("Kept with it", lines),)))
    while answer := terminal.ask(f"leave out (such as {lines[0].note}; Enter keeps all): "):
        ids = answer.replace(",", " ").split()
        if unknown := [id for id in ids if id not in there]:
            terminal.say(f"There is no {', '.join(unknown)} above.")
        else:
            return ids
    return []


def tell(
    who: str,
    changes: Sequence[Change],
    left_out: Sequence[str],
    kept: Recap,
    ledger: Mapping[str, Commitment],
) -> None:
    """Say what a yes entered, what it left out, and what an earlier yes had entered before.

    `kept` is the recap as it is confirmed now.
    """
    stay = [id for id in left_out if "#c" in id and id in ids_of(kept)]
    never = [id for id in left_out if id in ledger and ledger[id].status == NEVER]
    back = [change.commitment for change in changes if not change.evidence]
    left_out = [id for id in left_out if id not in (*stay, *never, *back)]
    said = [change for change in changes if change.evidence]
    promised = [change for change in said if change.commitment.startswith(f"{kept.session}#")]
    became = counted(
        len(said) - len(promised), "update of an earlier one", "updates of earlier ones"
    )
    told = f"Entered: {counted(len(promised), 'promise')}, {became}."
    is_news = left_out or never or back
    nothing = "Nothing entered." if is_news else "Nothing changed: all of it was known."
    terminal.say(told if said else nothing)
    if never:
        terminal.say(
            f"Taken out, as never promised: {', '.join(never)}; coach undo brings it back."
        )
    if back:
        terminal.say(f"As before this call again: {', '.join(back)}.")
    if left_out:
        terminal.say(
            f"Left out: {', '.join(left_out)}. To see again what was heard: coach recap, with "
            "the file."
        )
    if stay:
        terminal.say(
            f"Entered before, and still there: {', '.join(stay)}; coach edit changes them."
        )
    terminal.say(f"Next: coach agenda {who}")


def read_field(text: str, relationship: Relationship) -> tuple[str, str]:
    """`due=2025-10-03` as field and value; owners by name, given name or role. Raises UserError."""
    name, equals, value = (part.strip() for part in text.partition("="))
    names = tuple(dict.fromkeys((*EDITABLE, *OF_AN_UPDATE)))
    if not equals or name not in names:
        raise UserError(f"{text}: what can be changed is {', '.join(names)}, as FIELD=VALUE.")
    if name == "owner" and value:
        value = named(relationship, value)
    return name, value


class _Asked:
    """One line, asked about until the answer is one of the keys."""

    def __init__(
        self,
        item: Commitment | Update,
        draft: Recap,
        relationship: Relationship,
        ledger: Sequence[Commitment],
        verdict: Verdict,
    ) -> None:
        self.item, self.draft, self.relationship = item, draft, relationship
        self.known = {commitment.id: commitment for commitment in ledger}
        self.verdict = verdict

    def answer(self, number: int, of: int) -> str:
        self._show(f"{number} of {of}")
        while True:
            answer = terminal.ask("y/n/e/a/q: ")
            key = (answer if answer is not None else "q").casefold()[:1]
            if key == "e":
                self._edit()
                self._show(f"{number} of {of}")
            elif key and key in "ynaq":
                return key
            else:
                terminal.say(f"{KEYS}.")

    def _show(self, title: str) -> None:
        terminal.show(Page(title="", sections=(Section(title, (self._line(),)),)))

    def _line(self) -> Line:
        now = edited(self.draft, self.verdict.edits)
        if isinstance(self.item, Update):
            id = self.item.commitment
            became = next(one for one in now.updates if one.commitment == id)
            return update_line(became, self.known.get(id), self.draft.session)
        commitment = next(one for one in now.commitments if one.id == item_id(self.item))
        line = commitment_line(commitment, self.draft)
        owner = given_name(commitment.owner) if commitment.owner else "Owner not known"
        return Line(f"{owner}: {line.text}", line.mark, line.quotes, line.note)

    def _edit(self) -> None:
        """Take changes, a line each, until an empty one; those that cannot be are said to be so."""
        became = isinstance(self.item, Update)
        fields = f"status ({', '.join(get_args(Became))}), due" if became else ", ".join(EDITABLE)
        terminal.say(f"FIELD=VALUE, such as due=2025-10-03: {fields}. Enter ends it.")
        while text := terminal.ask("change: "):
            try:
                name, value = read_field(text, self.relationship)
                changed = self._with(item_id(self.item), name, value)
                edited(self.draft, changed)
            except UserError as problem:
                terminal.say(str(problem))
            else:
                self.verdict.edits = changed

    def _with(self, id: str, name: str, value: str) -> dict[str, dict[str, str]]:
        edits: Mapping[str, dict[str, str]] = self.verdict.edits
        return {**edits, id: {**edits.get(id, {}), name: value}}
