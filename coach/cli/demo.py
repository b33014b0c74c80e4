"""`coach demo`: two calls of an invented pair, and what the coach makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli import terminal
from coach.cli.options import Json, example
from coach.demo import ANSWERS, CALLS, MINUTES, NEXT, Call, add_demo_pair, demo_files

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.drafting import Drafted

commands = typer.Typer(rich_markup_mode=None)


@commands.command(epilog=example("coach demo --pause"))
def demo(
    pause: Annotated[bool, typer.Option("--pause", help="Wait for Enter between screens.")] = False,
    json: Json = False,
) -> None:
    """Show the coach at work on two calls; nothing is kept."""
    with _invented_pair() as (coach, folder, who):
        show = _Show(coach, folder, who, pause)
        if json:
            terminal.emit(show.records())
        else:
            show.run()


class _Show:
    """The main job, screen by screen, each with the command that does it."""

    def __init__(self, coach: Coach, folder: Path, who: str, pause: bool) -> None:
        self.coach, self.folder, self.who, self.pause = coach, folder, who, pause

    def run(self) -> None:
        first, second = CALLS
        one = self.coach.relationship(self.who)
        mentor, mentee = (person.name.split()[0] for person in one.people)
        terminal.say(
            f"{one.mentor.name}, {one.mentor.title}, is the mentor of {one.mentee.name}, "
            f"{one.mentee.title}. Both are invented. This is {mentee}'s coach."
        )
        self._recap(first, "After call 1 its transcript becomes a draft. Each line has its words.")
        self._narrate(
            f"coach confirm {self.who} 01 --all",
            "A person says yes; only then does it count. Without --all: line by line.",
        )
        self.coach.confirm(self.who, "01")
        self._recap(second, "After call 2, in another format: what became of the promises?")
        self.coach.confirm(self.who, "02")
        self._narrate(
            f"coach confirm {self.who} 02 --all\n"
            f"coach reflect {self.who} --from {self.folder / ANSWERS}",
            f"{mentee} says yes, and thinks call 3 through, for nobody else's eyes.",
        )
        self._reflect()
        self._agenda("mentee", f"{mentee}'s agenda for call 3: own debts first, own notes last.")
        self._agenda("mentor", f"{mentor}'s brief for it: made only of what both may see.")
        self._farewell()

    def records(self) -> dict[str, Any]:
        """The same as records: both recaps, both briefs."""
        recaps = []
        for call in CALLS:
            drafted = self._read(call)
            self.coach.confirm(self.who, drafted.recap.session)
            recaps.append(drafted.recap.to_json())
        self._reflect()
        briefs = [self._prepare(role).to_json() for role in ("mentee", "mentor")]
        return {"recaps": recaps, "agendas": briefs}

    # -- screens -------------------------------------------------------------------------------

    def _recap(self, call: Call, what: str) -> None:
        from coach.render.recap import recap_page

        file = self.folder / call.file
        self._narrate(f"coach recap {file} --with {self.who} --held-on {call.held_on}", what)
        drafted = self._read(call)
        one = drafted.relationship
        frameworks = self.coach.frameworks
        terminal.show(
            recap_page(drafted.recap, one, drafted.earlier, one.me, frameworks=frameworks)
        )

    def _agenda(self, role: Any, what: str) -> None:
        from coach.cli.before import print_agenda

        self._narrate(f"coach agenda {self.who} --for {role} --minutes {MINUTES} --on {NEXT}", what)
        print_agenda(self.coach, self._prepare(role))

    def _farewell(self) -> None:
        self._rule()
        terminal.say("With your own calls (nothing of this demo was kept):")
        terminal.command("coach relationship add ID --mentor NAME --mentee NAME --me mentee")
        terminal.command("coach relationship consent ID --by both")
        terminal.command("coach recap FILE --with ID")

    # -- what is under them --------------------------------------------------------------------

    def _read(self, call: Call) -> Drafted:
        from coach.records import parse_when

        with terminal.busy("Reading the call"):
            return self.coach.recap(
                self.folder / call.file, who=self.who, held_on=parse_when(call.held_on)
            )

    def _reflect(self) -> None:
        from coach.cli.answers import Asking, read_answers

        one = self.coach.relationship(self.who)
        questions = self.coach.frameworks["pre-call"].kinds("question")
        given = read_answers(self.folder / ANSWERS, [question.id for question in questions])
        asking = Asking(self.coach, one, "mentee", "mentee")
        for question in questions:
            if question.id in given:
                asking.keep(question.id, question.text, given[question.id])

    def _prepare(self, role: Any) -> Any:
        from coach.records import parse_when

        return self.coach.agenda(self.who, role=role, minutes=MINUTES, on=parse_when(NEXT))

    def _narrate(self, command: str, what: str) -> None:
        if self.pause:
            terminal.ask("Enter goes on ")
        self._rule()
        terminal.say(what)
        for line in command.split("\n"):
            terminal.command(line)

    def _rule(self) -> None:
        terminal.say("")
        terminal.say("═" * min(terminal.console().width, terminal.PIPE_WIDTH))


@contextmanager
def _invented_pair() -> Iterator[tuple[Coach, Path, str]]:
    """The pair of the demo in a home that is gone afterwards, and the folder of its files."""
    from tempfile import TemporaryDirectory

    from coach.app import Coach

    with (
        demo_files() as folder,
        TemporaryDirectory(prefix="coach-demo-") as home,
        Coach(home) as coach,
    ):
        yield coach, folder, add_demo_pair(coach, folder).id
