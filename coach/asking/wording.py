"""The packs' own wordings, filled with the pair's nouns, and never the same one twice in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coach.asking.nouns import given_name, short_quote
from coach.library import Framework, Question
from coach.records import Evidence, FollowUp, Reflection, Relationship


@dataclass(frozen=True)
class Need:
    """A gap, whom to ask, and the nouns to ask in; `nouns`: for blanks that few promises fill."""

    gap: str
    owner: str
    thing: str
    about: str
    due: date | None = None
    nouns: Mapping[str, str] = field(default_factory=dict)
    quote: str | None = None


class Wording:
    """Gives each question its words, and never the same ones twice."""

    def __init__(self, relationship: Relationship, frameworks: Mapping[str, Framework]) -> None:
        self.relationship = relationship
        self.gaps = {q.id: q for pack in frameworks.values() for q in pack.kinds("gap")}
        self.prompts = {q.id: q for pack in frameworks.values() for q in pack.kinds("reflection")}
        self.used: Counter[str] = Counter()

    def ask(self, need: Need) -> FollowUp | None:
        """A question for this need, or None where no pack has words for it."""
        gap = self.gaps.get(need.gap)
        text = gap and self._fill(gap, need)
        if not gap or not text:
            return None
        framework, _, part = (gap.of or f"{gap.id}/{gap.id}").partition("/")
        return FollowUp(
            addressee=need.owner,
            text=text,
            framework=framework,
            part=part,
            about=need.about,
            gap=need.gap,
        )

    def prompt(self, kind: str, owner: str, source: Evidence, thing: str = "") -> Reflection | None:
        """A reflection prompt of this kind on these words."""
        found = self.prompts.get(kind)
        need = Need(kind, owner, thing, "", quote=short_quote(source.quote))
        text = found and self._fill(found, need)
        if not found or not text:
            return None
        framework = (found.of or "reflection/").partition("/")[0]
        return Reflection(addressee=owner, text=text, framework=framework, sources=(source,))

    def texts(self, need: Need) -> tuple[str, ...]:
        """Every text that this need may be asked in."""
        gap = self.gaps.get(need.gap)
        return tuple(map(_begun, self._wordings(gap, need))) if gap else ()

    def _fill(self, question: Question, need: Need) -> str | None:
        wordings = self._wordings(question, need)
        if not wordings:
            return None
        text = wordings[self.used[question.id] % len(wordings)]
        self.used[question.id] += 1
        return _begun(text)

    def _wordings(self, question: Question, need: Need) -> tuple[str, ...]:
        nouns = {
            "who": given_name(need.owner),
            "partner": given_name(self.relationship.partner_of(need.owner).name),
        }
        if need.thing:
            nouns["thing"] = need.thing
        if need.quote:
            nouns["quote"] = need.quote
        wordings = question.wordings(**nouns)
        if need.due:
            nouns["due"] = f"{need.due:%A} {need.due.day} {need.due:%B}"
        nouns |= {blank: said for blank, said in need.nouns.items() if said != nouns["partner"]}
        # What names the day, or the person that it takes, looks ahead to it.
        return tuple(t for t in question.wordings(**nouns) if t not in wordings) or wordings


def _begun(text: str) -> str:
    """A sentence with its capital."""
    return text[:1].upper() + text[1:]
