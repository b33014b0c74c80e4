"""Asking a person one question at a time, and once more where the answer stays vague."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach import offlimits
from coach.cli import terminal
from coach.errors import UserError
from coach.given import answer_to
from coach.records import FollowUp, Relationship, Role, Visibility
from coach.rewording import Dialogue

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.library import Question
    from coach.store import Answer

_NUMBERED = re.compile(r"\s*(?:PC|pc)?(\d+)\s*[.:)]\s*(.*)")
MOST_BYTES = 200_000
"""Answers to seven questions are far shorter."""


class Asking:
    """Asks one person and keeps what they answer.

    A model words the questions and takes up the answers only where `engine` names one here:
    answers are private, and a setting made for recaps is no yes to sending them.
    """

    def __init__(
        self,
        coach: Coach,
        relationship: Relationship,
        role: Role,
        visibility: Visibility,
        engine: str | None = None,
    ) -> None:
        self.coach, self.relationship = coach, relationship
        self.role, self.visibility = role, visibility
        self.person = relationship.person(role).name
        self.reworder = coach.reworder(relationship.id, engine) if engine else None
        if self.reworder:
            terminal.note(f"What you answer here goes to {self.reworder.name}.")

    def plan(self, questions: Iterable[Question]) -> list[Answer]:
        """Ask the questions before a call. What is said to one of them is one answer."""
        kept = []
        partner = self.relationship.partner_of(self.person).name.split()[0]
        for question in questions:
            terminal.say(f"\n{question.id}  {question.text}")
            said = self._talk(question.text, question.wordings(partner=partner))
            if said is None:
                break
            if said:
                text = ". ".join(answer.rstrip(".") for _, answer in said[:-1])
                text = f"{text}. {said[-1][1]}" if text else said[-1][1]
                kept.append(self.keep(question.id, question.text, text))
        return kept

    def follow_up(self, id: str, question: FollowUp) -> list[Answer]:
        """Talk a question through that a call left open; an empty answer leaves it open."""
        text = question.text
        if self.reworder:
            text = self.reworder.question(question, self._about(question)).value
        terminal.say(f"\n{text}")
        said = self._talk(text, self._others(question)) or []
        return [self.keep(id, asked, answer, question.about) for asked, answer in said]

    def _talk(self, question: str, others: Sequence[str]) -> list[tuple[str, str]] | None:
        """Questions and answers about one gap; None where there is nobody to answer."""
        talk = Dialogue(self.person, question, others, self.reworder)
        while talk.question is not None:
            answer = terminal.ask()
            if answer is None:
                return talk.said or None
            if again := talk.answer(answer):
                terminal.say(again)
        for notice in talk.notices:
            terminal.note(notice)
        return talk.said

    def keep(self, id: str, asked: str, text: str, about: str | None = None) -> Answer:
        """Store an answer, with the question as it was worded."""
        answer = answer_to(
            id,
            text,
            pair=self.relationship,
            role=self.role,
            asked=asked,
            shared=self.visibility == "shared",
            about=about,
            at=datetime.now(UTC).replace(microsecond=0),
        )
        self.coach.answer(answer)
        return answer

    def _about(self, question: FollowUp) -> str:
        """What the question is about: the promise or goal, in its words."""
        actions = {c.id: c.action for c in self.coach.commitments(self.relationship.id)}
        goals = {goal.id: goal.text for goal in self.relationship.goals}
        return {**actions, **goals}.get(question.about, "")

    def _others(self, question: FollowUp) -> list[str]:
        """The same gap in other words of its pack."""
        from coach.asking.nouns import goal_as_thing
        from coach.asking.promised import promised
        from coach.asking.wording import Need, Wording

        things = {c.id: promised(c) for c in self.coach.commitments(self.relationship.id)}
        things |= {goal.id: goal_as_thing(goal.text) for goal in self.relationship.goals}
        wording = Wording(self.relationship, self.coach.frameworks)
        need = Need(question.gap, question.addressee, things.get(question.about, ""), "")
        found = [wording.ask(need) for _ in range(3)]
        texts = [one.text for one in found if one and one.text != question.text]
        return [text for text in texts if not offlimits.speaks_of(text, self.relationship)]


def read_answers(file: Path, ids: Sequence[str]) -> dict[str, str]:
    """Answers by question id, from JSON or from lines such as `1. answer` and `PC1: answer`.

    Lines without a number go on with the answer before them. Raises UserError.
    """
    text = _text_of(file)
    numbers = {id.removeprefix("PC"): id for id in ids}
    if text.lstrip().startswith(("{", "[")):
        found = _from_json(text, file)
    else:
        found = _from_lines(text, file)
    answers = {}
    for key, answer in found.items():
        number = key.strip().upper().removeprefix("PC")
        if number not in numbers:
            raise UserError(f"{file}: there is no question {key}; there are: {', '.join(ids)}.")
        if answer.strip():
            answers[numbers[number]] = answer.strip()
    return answers


def _text_of(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise UserError(f"{file}: too long for answers to seven questions.")
        return data.decode("utf-8-sig")
    except OSError as problem:
        raise UserError(f"{file}: {problem.strerror}; check the name.") from None
    except UnicodeDecodeError:
        raise UserError(f"{file}: not UTF-8 text; save it as plain text.") from None


def _from_json(text: str, file: Path) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        raise UserError(
            f'{file}: not JSON; write {{"PC1": "answer"}} or lines: 1. answer'
        ) from None
    if isinstance(found, list):
        found = {str(number): answer for number, answer in enumerate(found, 1)}
    if not all(isinstance(answer, str) for answer in found.values()):
        raise UserError(f'{file}: answers are text: {{"PC1": "answer"}}.')
    return dict(found)


def _from_lines(text: str, file: Path) -> dict[str, str]:
    answers: dict[str, str] = {}
    key = None
    for line in text.splitlines():
        if started := _NUMBERED.match(line):
            key = started[1]
            answers[key] = started[2].strip()
        elif line.strip() and key is not None:
            answers[key] += " " + line.strip()
        elif line.strip():
            raise UserError(f"{file}: its first line is no answer; write: 1. answer")
    return answers
