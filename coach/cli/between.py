"""`coach ask`, `goals` and `notes`: what keeps moving between two calls."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from coach.cli import terminal
from coach.cli.options import Engine, For, Json, Who, example, viewer_of
from coach.errors import UserError

commands = typer.Typer(rich_markup_mode=None)


@commands.command(epilog=example("coach ask dana --for mentee"))
def ask(who: Who, role: For = None, engine: Engine = None, json: Json = False) -> None:
    """Answer what the calls left open, one question at a time. An empty line ends it."""
    from coach.app import Coach
    from coach.cli.answers import Asking

    with Coach() as coach:
        one = coach.relationship(who)
        eyes = viewer_of(one, role) or "mentee"
        questions = coach.open_questions(who, eyes)
        if json:
            terminal.emit([{"id": id, **q.model_dump(mode="json")} for id, q in questions])
            return
        asking, kept = Asking(coach, one, eyes, eyes, engine), 0
        if not questions:
            terminal.say("No question is open.")
            return
        for id, question in questions:
            answers = asking.follow_up(id, question)
            kept += len(answers)
            if not answers:
                break
        left = len(coach.open_questions(who, eyes))
        terminal.say(f"Kept {kept} for your eyes only; still open: {left}.")


@commands.command(
    epilog=example(
        "coach goals dana",
        'coach goals dana add "Run the design review alone" --time-bound "end of May"',
    )
)
def goals(
    who: Who,
    action: Annotated[Literal["add"] | None, typer.Argument(metavar="[add]")] = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="The goal.")] = None,
    id: Annotated[
        str | None, typer.Option("--id", help="Replace the goal of this id, such as g1.")
    ] = None,
    specific: Annotated[str | None, typer.Option(help="What exactly.")] = None,
    measurable: Annotated[str | None, typer.Option(help="What both will see.")] = None,
    achievable: Annotated[str | None, typer.Option(help="What it takes.")] = None,
    relevant: Annotated[str | None, typer.Option(help="What it is good for.")] = None,
    time_bound: Annotated[str | None, typer.Option(help="By when.")] = None,
    json: Json = False,
) -> None:
    """List the goals with what they still lack, or add one."""
    from coach.app import Coach
    from coach.records import Goal
    from coach.render.page import Page
    from coach.render.relationship import goals_section

    with Coach() as coach:
        one = coach.relationship(who)
        if action == "add":
            if not text or not text.strip():
                raise UserError(f'What is the goal? coach goals {who} add "TEXT"')
            taken = {goal.id for goal in one.goals}
            if id is not None and id not in taken:
                raise UserError(
                    f"--id {id}: no such goal; there are: {', '.join(taken) or 'none'}."
                )
            goal = Goal(
                id=id or next(f"g{n}" for n in range(1, len(taken) + 2) if f"g{n}" not in taken),
                text=text.strip(),
                specific=specific,
                measurable=measurable,
                achievable=achievable,
                relevant=relevant,
                time_bound=time_bound,
            )
            one = coach.add_goal(who, goal)
        if json:
            terminal.emit(
                [{**goal.model_dump(mode="json"), "gaps": list(goal.gaps)} for goal in one.goals]
            )
            return
        none = "" if one.goals else f'None yet: coach goals {who} add "TEXT"'
        terminal.show(
            Page(f"Goals of {who}", none, (goals_section(one.goals),) if one.goals else ())
        )


@commands.command(epilog=example('coach notes dana "design review"'))
def notes(
    who: Who,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A few words.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 8,
    json: Json = False,
) -> None:
    """Search what past calls left behind, by meaning and by words."""
    from coach.app import Coach
    from coach.render.notes import notes_page

    with Coach() as coach:
        one = coach.relationship(who)
        with terminal.busy("Searching"):
            found = coach.find(who, query, one.me, limit)
        if json:
            hits = [hit.model_dump(mode="json") for hit in found.hits]
            terminal.emit({"hits": hits, "notices": list(found.notices)})
            return
        ledger = coach.commitments(who)
        terminal.show(notes_page(query, found.hits, found.notices, ledger, coach.today()))
