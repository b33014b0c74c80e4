"""Calls with gold, and what is known before each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coach.after import withhold
from coach.errors import UserError
from coach.reading import Call
from coach.records import (
    Agreement,
    Commitment,
    Person,
    Relationship,
    Status,
    Term,
)
from coach.transcript import read_transcript
from evals.gold import Charter, Gold, Pair, PersonOfPair, Said, load, load_turns
from evals.words import People, who


@dataclass(frozen=True)
class Case:
    """One call of one relationship. `earlier` holds the gold of the calls before it."""

    folder: Path
    session: str
    pair: Pair
    gold: Gold
    spoken: tuple[Said, ...]
    earlier: tuple[Gold, ...] = ()

    @property
    def name(self) -> str:
        """Such as ward-nurse/03."""
        return f"{self.folder.name}/{self.session}"

    @property
    def people(self) -> People:
        """Each of the two with every label."""
        return {
            person.name: (person.name, *person.labels)
            for person in (self.pair.mentor, self.pair.mentee)
        }

    @property
    def turns(self) -> tuple[str, ...]:
        """The words of every turn."""
        return tuple(said.text for said in self.spoken)

    @property
    def transcript(self) -> Path:
        """The file of the call, as a meeting tool exported it."""
        ours = {f"{self.session}.gold.json", f"{self.session}.turns.json"}
        found = [file for file in self.folder.glob(f"{self.session}.*") if file.name not in ours]
        if len(found) != 1:
            raise UserError(
                f"{self.folder}: one transcript named {self.session}.* is expected,"
                f" {len(found)} found"
            )
        return found[0]

    def relationship(self) -> Relationship:
        """The pair as it is known before this call: goals and agreement come from the first one."""
        first = self.session == "01"
        return Relationship(
            id=self.pair.id,
            mentor=_person(self.pair.mentor),
            mentee=_person(self.pair.mentee),
            started=self.pair.started,
            agreement=Agreement() if first else _agreement(self.pair.charter),
            goals=() if first else self.pair.goals,
        )

    def ledger(self) -> tuple[Commitment, ...]:
        """The commitments of the two from earlier calls, with what later calls said of them."""
        known: dict[str, Commitment] = {}
        for gold in self.earlier:
            for update in gold.updates:
                if update.key in known:
                    _become(known, update.key, update.status)
            for promise in gold.commitments:
                owner = who(promise.owner, self.people)
                if owner in self.people:
                    key = f"{gold.session}#{promise.id}"
                    known[key] = Commitment(
                        id=key,
                        owner=owner,
                        action=promise.action,
                        due=date.fromisoformat(promise.due) if promise.due else None,
                        due_phrase=promise.due_phrase,
                        firmness=promise.firmness,
                        status="open",
                    )
        return tuple(known.values())

    def call(self) -> Call:
        """The call as a reader sees it: what is withheld cut out, the ledger before it at hand."""
        relationship = self.relationship()
        redacted = withhold(read_transcript(self.transcript), relationship)
        names = redacted.who.names
        return Call(redacted.transcript, relationship, names, self.gold.date, self.ledger())


def read_cases(folder: Path) -> tuple[Case, ...]:
    """Every case under `folder`, in order. Relationships whose folder starts with `_` are skipped.

    Raises `UserError` where there is none, or where a file does not have the form it should.
    """
    if not folder.is_dir():
        raise UserError(f"{folder}: no such folder")
    cases = tuple(_cases(folder))
    if not cases:
        raise UserError(f"{folder}: holds no case (RELATIONSHIP/NN.gold.json)")
    return cases


def _cases(folder: Path) -> Iterator[Case]:
    earlier: dict[Path, tuple[Gold, ...]] = {}
    for file in sorted(folder.glob("[!_]*/*.gold.json")):
        home, session = file.parent, file.name[:2]
        gold = load(Gold, file)
        yield Case(
            folder=home,
            session=session,
            pair=load(Pair, home / "relationship.json"),
            gold=gold,
            spoken=tuple(load_turns(home / f"{session}.turns.json")),
            earlier=earlier.get(home, ()),
        )
        earlier[home] = (*earlier.get(home, ()), gold)


def _person(person: PersonOfPair) -> Person:
    return Person(name=person.name, title=person.role, labels=person.labels)


def _agreement(charter: Charter | None) -> Agreement:
    """The charter as terms. Subjects that are off limits are listed, not told in a term."""
    if charter is None:
        return Agreement()
    settled = {
        "frequency": charter.meets,
        "confidentiality": charter.confidentiality,
        "off_limits": "" if charter.off_limits else None,
    }
    return Agreement(
        terms=tuple(
            Term(topic=topic, state="agreed", text=text)
            for topic, text in settled.items()
            if text is not None
        ),
        off_limits=charter.off_limits,
    )


def _become(known: dict[str, Commitment], key: str, status: Status) -> None:
    known[key] = known[key].model_copy(update={"status": status})
