"""`coach recap` and `coach show`: from a transcript to a draft, and a recap once more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import typer

from coach.cli import terminal
from coach.cli.options import Json, Latest, ShowPrompt, Who, example, read_when
from coach.cli.sending import show_sending, took
from coach.errors import UserError

if TYPE_CHECKING:
    from coach.after import Opening
    from coach.app import Coach
    from coach.drafting import Drafted
    from coach.records import Commitment, Recap, Relationship, Role

commands = typer.Typer(rich_markup_mode=None)
Style = Annotated[Literal["terminal", "markdown"], typer.Option("--as", help="How to print it.")]


@commands.command(
    epilog=example(
        "coach recap call-3.vtt --with dana --held-on 2025-09-25",
        "coach recap call-3.vtt --with dana --engine openai:MODEL --show-prompt",
        'coach recap call-3.json --with dana --label "SPEAKER_00=mentor"',
        "coach recap call-3.vtt --with dana --not-secret 12-15",
        "coach recap call-3.vtt --with dana --secret 12-15",
    )
)
def recap(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Any transcript export.")],
    who: Annotated[str, typer.Option("--with", metavar="WHO", help="Id of the relationship.")],
    held_on: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="When the call was, if the file does not say."),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(help="Who reads: offline, or a model; by default COACH_MODEL, else offline."),
    ] = None,
    show_prompt: ShowPrompt = False,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Print about how many tokens; send nothing.")
    ] = False,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Send other names for the two.")
    ] = False,
    label: Annotated[
        list[str] | None,
        typer.Option(metavar="LABEL=ROLE", help="Whose label it is: mentor, mentee or other."),
    ] = None,
    style: Style = "terminal",
    cleaned: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Write the transcript without what was left out."),
    ] = None,
    not_secret: Annotated[
        str | None,
        typer.Option(metavar="TURNS", help="Left-out turns that hold no secret, such as 12-15,40."),
    ] = None,
    by: Annotated[
        Literal["me", "both"],
        typer.Option(help="Who says that: both of you, where it is your partner's silence too."),
    ] = "me",
    secret: Annotated[
        str | None,
        typer.Option(metavar="TURNS", help="Take that back: these turns are left out again."),
    ] = None,
    json: Json = False,
) -> None:
    """Read the transcript of a call into a draft recap.

    With --not-secret, turns that were left out are read as ordinary talk. You alone may open what
    you said under a silence that you asked for; where your partner speaks or asked for it, silence
    is theirs too, and it takes --by both. So it does where your words are yours by no name, but by
    a --label. What was struck stays out. With --secret, turns that were opened so are left out of
    the draft again; after your yes to it, coach strike takes them back.
    """
    from coach.after import Opening
    from coach.app import Coach
    from coach.engine import engine_of
    from coach.given import checked_held_on, checked_turns

    said = read_when(held_on, "--held-on")
    open_ = checked_turns(not_secret, "--not-secret") if not_secret is not None else ()
    shut = checked_turns(secret, "--secret") if secret is not None else ()
    labels = [_read_label(text) for text in label or ()]
    with Coach(**_only(pseudonyms=pseudonyms)) as coach:
        when = checked_held_on(said, coach.today())
        _learn(coach, who, labels)
        others = {name for name, role in labels if role == "other"}
        how: dict[str, Any] = {"who": who, "engine": engine}
        how |= {"not_secret": open_, "both": by == "both", "secret": shut}
        if show_prompt or estimate or coach.asks_a_model(engine):
            sending = coach.would_send(file, held_on=when, **how)
            if show_prompt or estimate:
                show_sending(sending, in_full=show_prompt, as_json=json)
                return
            engine_of(engine, coach.settings, coach.frameworks)  # says what is missing first
            terminal.note(sending.told)
        with terminal.busy("Reading the call"):
            drafted = coach.recap(file, held_on=when, **how)
        if not json and terminal.interactive() and set(drafted.unknown) - others:
            answered = [_whose(name, drafted) for name in drafted.unknown if name not in others]
            others |= {name for name, role in answered if role == "other"}
            if _learn(coach, who, answered):
                with terminal.busy("Reading the call again"):
                    drafted = coach.recap(file, held_on=when, **how)
        if cleaned is not None:
            _write_cleaned(coach, drafted, cleaned, Opening(open_, by == "both", shut))
        if json:
            _emit(drafted)
            return
        _print(coach, drafted, style, cleaned, [n for n in drafted.unknown if n not in others])


@commands.command(epilog=example("coach show dana", "coach show dana 02 --as markdown"))
def show(
    who: Who,
    session: Latest = None,
    style: Style = "terminal",
    json: Json = False,
) -> None:
    """Show the recap of a call: the draft that waits for a yes, else what was confirmed."""
    from coach.app import Coach
    from coach.render.recap import seen_by

    with Coach() as coach:
        one, calls = coach.relationship(who), coach.store.sessions.list(who)
        if session is None and not calls:
            raise UserError(f"{who!r} has no call yet: coach recap FILE --with {who}")
        recap = coach.draft(who, session or calls[-1].id)
        if json:
            terminal.emit(seen_by(recap, one, one.me).to_json())
            return
        confirmed = recap.session not in coach.store.sessions.waiting(who)
        _show(coach, recap, one, coach.commitments(who), style, confirmed=confirmed)
        if not confirmed and style == "terminal":
            terminal.say(f"Next: coach confirm {who} {recap.session}")


def _only(**settings: bool) -> dict[str, Any]:
    """Options that were given; the others are as the environment has them."""
    return {name: True for name, given in settings.items() if given}


def _read_label(text: str) -> tuple[str, str]:
    """A label and whose it is: mentor, mentee, or other for somebody else."""
    name, equals, role = text.rpartition("=")
    if not equals or not name or role not in ("mentor", "mentee", "other"):
        raise UserError(f'--label {text}: write it as "SPEAKER_00=mentor" (mentor, mentee, other).')
    return name, role


def _learn(coach: Coach, who: str, labels: Sequence[tuple[str, str]]) -> bool:
    """Remember the labels of the two; was there any?"""
    known = {name: cast("Role", role) for name, role in labels if role != "other"}
    if known:
        coach.label(who, known)
    return bool(known)


def _whose(label: str, drafted: Drafted) -> tuple[str, str]:
    """Ask a person whose label this is. No answer is nobody's."""
    mentor, mentee = drafted.relationship.people
    terminal.say(f"Whose label is {label}?")
    terminal.say(
        f"  1  {mentor.name}, the mentor\n  2  {mentee.name}, the mentee\n  3  somebody else"
    )
    answers = {"1": "mentor", "2": "mentee", "3": "other", "": "other", None: "other"}
    while (answer := terminal.ask("1, 2 or 3: ")) not in answers:
        terminal.say("Please answer 1, 2 or 3.")
    return label, answers[answer]


def _emit(drafted: Drafted) -> None:
    from coach.render.recap import seen_by

    terminal.emit(seen_by(drafted.recap, drafted.relationship, drafted.relationship.me).to_json())


def _print(
    coach: Coach, drafted: Drafted, style: str, cleaned: Path | None, unknown: Sequence[str]
) -> None:
    _show(coach, drafted.recap, drafted.relationship, drafted.earlier, style)
    if style == "terminal":
        for line in _afterwards(drafted, cleaned, unknown):
            terminal.say(line)


def _show(
    coach: Coach,
    recap: Recap,
    one: Relationship,
    earlier: Sequence[Commitment],
    style: str,
    *,
    confirmed: bool = False,
) -> None:
    from coach.render.markdown import markdown
    from coach.render.recap import recap_page

    page = recap_page(recap, one, earlier, one.me, frameworks=coach.frameworks, confirmed=confirmed)
    if style == "markdown":
        print(markdown(page), end="")
    else:
        terminal.show(page)


def _afterwards(drafted: Drafted, cleaned: Path | None, unknown: Sequence[str]) -> list[str]:
    """What the person at the keyboard should know and may do next."""
    from coach.given import named_turns
    from coach.records import day_of
    from coach.render.page import long_day

    recap, who = drafted.recap, drafted.relationship.id
    lines = []
    if unknown:
        shown = " ".join(f'--label "{name}=ROLE"' for name in unknown)
        lines.append(f"To say whose words those are: {shown} (mentor, mentee or other).")
    if cleaned is not None:
        lines.append(f"{cleaned} is the transcript without what was left out.")
    elif recap.withheld:
        lines.append(
            f"{drafted.source} still holds what was left out; "
            "--cleaned OUT writes a copy without it."
        )
    if recap.withheld and drafted.source.name:
        lines.append(
            f"Was some of it no secret? coach recap {drafted.source} --with {who} "
            "--not-secret FIRST-LAST"
        )
    if drafted.not_secret and drafted.source.name:
        turns = named_turns(drafted.not_secret)
        lines.append(
            f"Read as ordinary talk, as you said: turn {turns}. To leave it out again: coach recap "
            f"{drafted.source} --with {who} --secret {turns}"
        )
    if drafted.planted:
        places = ", ".join(map(str, drafted.planted))
        lines.append(f"Turn {places} is written for a machine; it was not read as speech.")
    if recap.usage:
        lines.append(took(recap.usage))
    if drafted.seen_before:
        lines.append(f"This call was read before; it is still session {recap.session}.")
    was, now = (long_day(day_of(when or recap.held_on)) for when in (drafted.moved_from, None))
    if was != now:
        lines.append(f"Its day was {was}; from now on it is {now}.")
    lines.append(
        f"Next: coach confirm {who} {recap.session}"
        if drafted.stored
        else f"Nothing of this was kept: coach relationship consent {who} --by both"
    )
    return lines


def _write_cleaned(coach: Coach, drafted: Drafted, out: Path, opening: Opening) -> None:
    """The transcript as `Name: text` lines, without the withheld passages, for its owner alone."""
    from coach.drafting import opened
    from coach.render.transcript import transcript_text

    one = coach.relationship(drafted.relationship.id)
    when = drafted.recap.held_on
    kept = opened(coach.store, one, drafted.source, when, opening).redacted
    try:
        with out.open("x", encoding="utf-8") as file:
            out.chmod(0o600)
            file.write(transcript_text(kept.transcript, kept.who.names))
    except FileExistsError:
        raise UserError(f"--cleaned {out}: there is such a file; name a new one.") from None
    except OSError as problem:
        raise UserError(f"--cleaned {out}: {problem.strerror}; name another file.") from None
