"""Every address of the web app that can be looked at, filled in from a home.

It is read off the app itself: what is added there is walked too, or a test says that it cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, get_args
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from starlette.routing import Mount

from coach import Coach
from coach.web.app import pages_of
from coach.web.keys import Keys

ONLY_FOR_A_WHILE = ("{job}",)
"""What is there only while a call is being read; its own tests look at it."""
SEARCHED = {"query": "the hiring budget merger", "q": "the hiring budget merger"}
"""What is asked for where words have to be given."""


def routes(coach: Coach) -> dict[str, Any]:
    """Every route that answers a GET, by its path; those below a mounted app too."""
    return dict(_routes(pages_of(coach, Keys(1)), ""))


def _routes(app: FastAPI, prefix: str) -> Iterator[tuple[str, Any]]:
    for route in app.routes:
        if isinstance(route, Mount) and isinstance(route.app, FastAPI):
            yield from _routes(route.app, prefix + route.path)
        within = getattr(route, "effective_route_contexts", lambda one=route: [one])
        for one in within():
            if "GET" in (getattr(one, "methods", None) or ()):
                yield prefix + one.path, one


def addresses(coach: Coach, most: int = 1_000) -> dict[str, list[str]]:
    """By route, every address of it in this home; of things that are many, `most`."""
    found = {}
    for path, route in routes(coach).items():
        if not any(name in path for name in ONLY_FOR_A_WHILE):
            found[path] = [
                filled + query for filled in _filled(coach, path, most) for query in _queries(route)
            ]
    return found


def _filled(coach: Coach, path: str, most: int) -> Iterator[str]:
    if "{" not in path:
        yield path
        return
    pairs = [one.id for one in coach.relationships()] if "{who}" in path else [""]
    for who in pairs:
        there = path.replace("{who}", who)
        names = [part.partition("}")[0] for part in there.split("{")[1:]]
        for values in product(*(_values(coach, who, there, name)[:most] for name in names)):
            filled = there
            for name, value in zip(names, values, strict=True):
                filled = filled.replace(f"{{{name}}}", quote(value, safe=""))
            yield filled


def _values(coach: Coach, who: str, path: str, name: str) -> list[str]:
    """What a parameter can be; nothing, where the walk does not know it yet."""
    if name == "session":
        return [call.id for call in coach.store.sessions.list(who)]
    if name == "role":
        return ["mentor", "mentee"]
    if name == "id" and "frameworks" in path:
        return sorted(coach.frameworks, reverse=True)
    if name == "id" and ("promises" in path or "commitments" in path):
        return [promise.id for promise in coach.commitments(who)]
    return []


def _queries(route: Any) -> list[str]:
    """The address as it is, and with each thing that can be chosen in it."""
    asked = list(_asked(route.dependant)) if hasattr(route, "dependant") else []
    needed = {one.alias: SEARCHED[one.alias] for one in asked if one.field_info.is_required()}
    found = [needed]
    for one in asked:
        for value in _choices(one.field_info.annotation):
            found.append(needed | {one.alias: value})
    return [f"?{urlencode(query)}" if query else "" for query in found]


def _asked(given: Any) -> Iterator[Any]:
    """The query of a route, and of what it is handed."""
    yield from given.query_params
    for one in given.dependencies:
        yield from _asked(one)


def _choices(kind: Any) -> list[str]:
    if kind is bool:
        return ["true"]
    words = [str(part) for part in get_args(kind) if isinstance(part, str)]
    return words + [word for part in get_args(kind) for word in _choices(part)]
