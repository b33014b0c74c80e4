"""The door of the web app: what is not its owner's own browser or program is turned away."""

# ruff: noqa: E501 (checks are quoted as they stand)
from __future__ import annotations

import re
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, NamedTuple

import httpx2
import pytest
from knocking import Answer, run, sent
from taking_away import take_away
from web_home import ROOT, Served, grow

from coach import Coach, serving
from coach.errors import UserError
from coach.web.app import web
from coach.web.door import ALWAYS, PASSWORD_FORM, UNCACHED, Door
from coach.web.keys import TRIES, Keys
from coach.web.where import SHORTEST_PASSWORD, Where, where

PORT = 8766
HERE = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HERE}"
COOKIE, TOKEN, LINK, PASSWORD = "c00kie", "t0ken-of-a-program", "l1nk", "correct horse battery"
MINE = {"host": HERE, "cookie": f"coach-{PORT}={COOKIE}"}
WRITES = MINE | {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"}
PROGRAM = {"host": HERE, "authorization": f"Bearer {TOKEN}"}
PAGE, CHANGE = "/", "/new"
FORM = b"mine=Ana+Wu&partner=Luis+Ek&role=mentor"


def keys(password: str | None = None) -> Keys:
    made = Keys(PORT, bearer=TOKEN, password=password)
    made.cookie, made.token = COOKIE, LINK
    return made


class Knock(NamedTuple):
    """A request that must not get in, and how it is answered."""

    name: str
    status: int
    request: dict[str, Any]


def reads(name: str, status: int, headers: Any = MINE, **more: Any) -> Knock:
    return Knock(name, status, {"path": PAGE, "headers": headers, **more})


def changes(name: str, status: int, headers: Any = WRITES, **more: Any) -> Knock:
    return Knock(
        name, status, {"method": "POST", "path": CHANGE, "headers": headers, "body": FORM, **more}
    )


def without(headers: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in headers.items() if key != name}


def hosts() -> Iterator[Knock]:
    """Names that lead to this machine and are not it: rebinding."""
    for host in (
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:80",
        f"127.0.0.1.evil.example:{PORT}",
        f"{HERE}.evil.example",
        f"{HERE}@evil.example",
        f"evil.example@{HERE}",
        f"localhost.evil.example:{PORT}",
        f"localhost.:{PORT}",
        f"0.0.0.0:{PORT}",
        f"[::1]:{PORT}",
        f"2130706433:{PORT}",
        f"{HERE} ",
        f"{HERE},evil.example",
        "",
    ):
        yield reads(f"host {host!r}", 421, MINE | {"host": host})
    yield reads("no host", 421, without(MINE, "host"))
    yield reads("two hosts", 421, [*MINE.items(), ("host", "evil.example")])
    yield reads("another host for a proxy", 421, MINE | {"host": "e.x", "x-forwarded-host": HERE})


def origins() -> Iterator[Knock]:
    for origin in (
        "http://evil.example",
        f"https://{HERE}",
        "http://127.0.0.1:9999",
        "http://127.0.0.1",
        f"http://localhost:{PORT}.evil.example",
        f"{ORIGIN}/",
        f"{ORIGIN}, http://evil.example",
        "null",
        "file://",
        "chrome-extension://abc",
        "",
    ):
        yield changes(f"change from origin {origin!r}", 403, WRITES | {"origin": origin})
    yield changes("change without an origin", 403, without(WRITES, "origin"))
    yield changes(
        "change from two origins", 403, [*WRITES.items(), ("origin", "http://evil.example")]
    )
    yield changes("change said twice to be ours", 403, [*WRITES.items(), ("origin", ORIGIN)])
    yield reads("read from another page", 403, MINE | {"origin": "http://evil.example"})
    yield reads("program's token on another page", 403, PROGRAM | {"origin": "http://evil.example"})
    for site in ("cross-site", "same-site"):
        said = {"sec-fetch-site": site}
        yield reads(f"part of a {site} page", 403, MINE | said | {"sec-fetch-mode": "no-cors"})
        yield reads(f"a {site} page asks without a mode", 403, MINE | said)
        yield changes(f"a {site} form", 403, WRITES | said | {"sec-fetch-mode": "navigate"})


def cookies() -> Iterator[Knock]:
    for cookie in (
        "",
        COOKIE,
        f"coach-{PORT}=",
        f"coach-{PORT}={COOKIE}x",
        f"coach-{PORT}={COOKIE[:-1]}",
        f"coach-{PORT}={COOKIE.upper()}",
        f'coach-{PORT}="{COOKIE}"',
        f"coach-{PORT + 1}={COOKIE}",
        f"COACH-{PORT}={COOKIE}",
        f"x=coach-{PORT}={COOKIE}",
        f"coach-{PORT} = {COOKIE}",
        f"coach-{PORT}=\xff\xfe",
    ):
        yield reads(f"cookie {cookie!r}", 401, MINE | {"cookie": cookie})
    yield reads("no cookie", 401, {"host": HERE})
    yield changes("change without a cookie", 401, without(WRITES, "cookie"))
    yield reads("cookie in the address", 401, {"host": HERE}, query=f"coach-{PORT}={COOKIE}")
    asked = {"host": HERE, "accept": "text/html"}
    yield reads("a browser without a cookie is shown the entrance", 303, asked)
    yield reads("a part without a cookie", 401, asked | {"hx-request": "true"})


def tokens() -> Iterator[Knock]:
    for given in (
        "Bearer wrong",
        f"Bearer {TOKEN}x",
        f"Bearer {COOKIE}",
        f"Bearer {LINK}",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer ",
        "Bearer \xff\xfe",
    ):
        yield reads(f"token {given!r}", 401, PROGRAM | {"authorization": given})
    yield reads("two tokens", 401, [*PROGRAM.items(), ("authorization", "Bearer wrong")])
    yield reads("token in the address", 401, {"host": HERE}, query=f"access_token={TOKEN}")
    yield changes("change with a wrong token", 403, PROGRAM | {"authorization": "Bearer wrong"})


def links() -> Iterator[Knock]:
    for name, query in {
        "wrong": "token=wrong",
        "empty": "token=",
        "nearly right": f"token={LINK}x",
        "said twice, wrong last": f"token={LINK}&token=wrong",
        "the cookie": f"token={COOKIE}",
        "of a program": f"token={TOKEN}",
        "not text": "token=%ff%fe",
        "very long": "token=" + "x" * 60_000,
    }.items():
        yield Knock(
            f"link {name}", 401, {"path": "/enter", "query": query, "headers": {"host": HERE}}
        )
    yield Knock(
        "a link by POST",
        401,
        {"method": "POST", "path": "/enter", "headers": WRITES, "body": f"token={LINK}".encode()},
    )


def places() -> Iterator[Knock]:
    stranger = {"host": HERE}
    for path in (
        "/static/../with/robyn/calls",
        "/static/../../app.py",
        "/static/..%2f..%2fapp.py",
        "/static//etc/passwd",
        "/static/\x00",
        "/static/coach.css\x00.html",
        "/static/" + "a" * 5_000,
        "/static/" + "a/" * 3_000,
        "/static/",
        "/static/..\\..\\app.py",
    ):
        yield Knock(f"path {path[:40]!r}", 404, {"path": path, "headers": stranger})
    for path in (
        "//enter",
        "/enter/",
        "/enter/../with/robyn/calls",
        "/ENTER",
        "/static",
        "/staticx/coach.css",
        "/enter%00",
        "/\x00",
        "/api/v1/relationships",
        "/api/openapi.json",
        "/docs",
        "*",
        "",
        "http://evil.example/enter",
    ):
        yield Knock(f"closed path {path!r}", 401, {"path": path, "headers": stranger})
    for path in ("/with/\x00", "/with/../../etc/brief", "/with/" + "a" * 9_000, "/../coach.db"):
        yield reads(f"no such page {path[:30]!r}", 404, path=path)
    for method in ("PUT", "PATCH", "DELETE"):
        yield changes(f"method {method}", 405, method=method)
    for method in ("OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"):
        yield reads(f"method {method} without an origin", 403, method=method)
    yield reads("method HEAD", 405, method="HEAD")


def bodies() -> Iterator[Knock]:
    most = Door.most_bytes
    yield changes("oversize", 413, WRITES | {"content-length": str(most + 1)})
    yield changes("endless", 413, WRITES | {"content-length": "9" * 40})
    yield changes("negative", 400, WRITES | {"content-length": "-1"})
    yield changes("no number", 400, WRITES | {"content-length": "²"})
    yield changes("two lengths", 400, [*WRITES.items(), *(2 * [("content-length", "5")])])
    endless, program = b"{" + b" " * most, WRITES | {"content-type": "application/json"}
    to = {"path": "/api/v1/relationships/robyn/undo"}
    yield changes("oversize in pieces", 413, program, body=endless, **to)
    yield changes("slow", 408, body=b"mine=" + b"a" * 300_000, pause=0.3)
    boundless = {"content-type": "multipart/form-data"}
    yield changes("a form without its boundary", 400, WRITES | boundless, body=b"--x")
    yield changes("a form that is none", 400, body=b"\x00\xff" * 50)
    yield changes("fields without end", 400, body=b"&".join([b"a=b"] * 5_000))
    yield changes("a name without end", 400, body=b"mine=" + b"a" * 501 + FORM[11:])
    knocking = {"path": "/enter"}
    said = without(WRITES, "cookie")
    long = {"content-length": str(PASSWORD_FORM + 1)}
    yield changes("too much for a password", 413, said | long, **knocking)
    chunked = {"transfer-encoding": "chunked"}
    yield changes("a password of no length", 413, said | chunked, **knocking)
    yield changes("a password where there is none", 401, said, **knocking, body=b"password=x")


def elsewhere() -> Iterator[Knock]:
    yield reads("from another machine", 403, client=("192.168.1.9", 5))
    yield reads("from nowhere", 403, client=None)
    yield reads("said to be of this machine", 403, MINE | {"x-forwarded-for": "127.0.0.1"},
                client=("192.168.1.9", 5))  # fmt: skip


HOSTILE = [
    *(knock for kind in (hosts, origins, cookies, tokens, links) for knock in kind()),
    *(knock for kind in (places, bodies, elsewhere) for knock in kind()),
]


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    home = tmp_path_factory.mktemp("door") / "home"
    grow(home, read=1)
    with Coach(home) as coach:
        yield coach


@contextmanager
def impatient() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Door, "patience", 0.5)
        yield


def answered(coach: Coach, given: Keys | None = None, **request: Any) -> Answer:
    """What the whole app answers a raw request; one that comes in slowly is not waited for."""
    with impatient() if request.get("pause") else nullcontext():
        return run(sent(web(coach, where(PORT), given or keys()), **request))


def in_order(answer: Answer, path: str) -> bool:
    """Does it tell the browser what it may not do, and keep no copy?"""
    told = dict(ALWAYS) | ({} if path.startswith("/static/") else dict([UNCACHED]))
    wanted = {name.decode(): value.decode() for name, value in told.items()}
    return wanted.items() <= answer.headers.items()


# --- who comes in, and who does not --------------------------------------------------------------


def test_its_owner_is_answered(coach: Coach) -> None:
    assert b"Robyn" in answered(coach, path=PAGE, headers=MINE).body
    assert b"Robyn" in answered(coach, path=PAGE, headers=MINE | {"host": f"LOCALHOST:{PORT}"}).body
    assert b"Robyn" in answered(coach, path=PAGE, headers=PROGRAM).body
    other = MINE | {"cookie": f"a=b; coach-{PORT}={COOKIE}; c"}
    assert b"Robyn" in answered(coach, path=PAGE, headers=other).body
    arriving = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert b"Robyn" in answered(coach, path=PAGE, headers=MINE | arriving).body
    own = {"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}
    assert answered(coach, path=PAGE, headers=MINE | own).status == 200
    assert answered(coach, path="/static/coach.css", headers={"host": HERE}).status == 200
    assert answered(coach, path="/enter", headers={"host": HERE}).status == 401


def test_a_change_of_its_owner_is_made(tmp_path: Path) -> None:
    with Coach(tmp_path / "home") as coach:
        for headers in (WRITES, PROGRAM | {"content-type": WRITES["content-type"]}):
            made = answered(coach, method="POST", path=CHANGE, headers=headers, body=FORM)
            assert made.status == 303
        assert [one.id for one in coach.relationships()] == ["luis", "luis-2"]


def test_there_are_as_many_as_is_said() -> None:
    said = re.search(r"(\d+) forged requests", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert said and int(said[1]) == len({one.name for one in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("knock", HOSTILE, ids=[one.name for one in HOSTILE])
def test_a_hostile_request_is_refused(knock: Knock, coach: Coach) -> None:
    before = coach.relationships()
    answer = answered(coach, **knock.request)
    assert answer.status == knock.status, answer.body
    assert in_order(answer, knock.request["path"])
    for secret in (COOKIE, TOKEN, LINK, "Robyn", "Lachie"):
        assert secret.encode() not in answer.body
        assert secret not in str(answer.headers)
    assert coach.relationships() == before


DOOR, PORTS, KEYS = "coach.web.door", "coach.serving", "coach.web.keys"
CHECKS = {
    "host": (PORTS, "len(host := headers.get(\"host\", [])) != 1 or", "(host := headers[\"host\"]) and"),
    "the host's name": (PORTS, "host[0].lower() not in self.names", "False"),
    "origin": (PORTS, "if any(origin not in self.origins for origin in headers.get(\"origin\", [])):", "if False:"),
    "this machine alone": (PORTS, "if self.local and (client is None or client[0] not in THIS_MACHINE):", "if False:"),
    "a number": (PORTS, "if len(lengths) != 1 or not (lengths[0].isascii() and lengths[0].isdigit()):", "if False:"),
    "a length said": (PORTS, "if len(lengths[0]) > 12 or int(lengths[0]) > self.most_bytes:", "if False:"),
    "a length come": (PORTS, "if self._left >= 0:", "if True:"),
    "in time": (PORTS, "return None if self._until is None else max(0.0, self._until - time.monotonic())", "return None"),
    "a change has an origin": (DOOR, "if writes and not bearer and len(headers.get(\"origin\", [])) != 1:", "if False:"),
    "the page that asks": (DOOR, "if not arrives and not {\"cross-site\", \"same-site\"}.isdisjoint(_sites(headers)):", "if False:"),
    "a change never arrives": (DOOR, "arrives = not writes and", "arrives ="),
    "a key": (DOOR, "if bearer or self.keys.holds(headers.get(\"cookie\", [])):", "if True:"),
    "what is open": (DOOR, "return path == ENTRANCE or path.startswith(STATIC)", "return True"),
    "little from strangers": (DOOR, "said <= PASSWORD_FORM", "True"),
    "a length from strangers": (DOOR, "and \"transfer-encoding\" not in headers", ""),
    "the cookie's name": (KEYS, "name == self.cookie_name and", ""),
    "the cookie's value": (KEYS, "and serving.alike(value, self.cookie)", ""),
    "one token": (KEYS, "or len(authorizations) != 1", ""),
    "the token": (PORTS, "and alike(given.strip(), token)", ""),
    "its kind": (PORTS, "kind.lower() == \"bearer\" and", ""),
    "the link": (KEYS, "if not serving.alike(token, self.token):", "if False:"),
    "a home for its owner's browser": (DOOR, "message[\"headers\"] = [*message.get(\"headers\", ()), *ALWAYS, *uncached]", "pass"),
}  # fmt: skip
"""Each check of the door, and what stands there without it."""


@pytest.mark.parametrize("name", CHECKS)
def test_without_any_one_check_a_hostile_request_comes_through(
    name: str, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_away(*CHECKS[name], monkeypatch)

    def turned_away(knock: Knock) -> bool:
        try:
            answer = answered(coach, **knock.request)
        except Exception:
            return False
        return answer.status == knock.status and in_order(answer, knock.request["path"])

    assert not all(map(turned_away, HOSTILE))


# --- keys ----------------------------------------------------------------------------------------


def entering(coach: Coach, given: Keys, password: str) -> Answer:
    body = f"password={password.replace(' ', '+')}".encode()
    length = {"content-length": str(len(body))}
    headers = without(WRITES, "cookie") | length
    return answered(coach, given, method="POST", path="/enter", headers=headers, body=body)


def test_a_link_opens_once_and_the_next_one_is_told(coach: Coach) -> None:
    told: list[str] = []
    given = Keys(PORT, tell=told.append)
    first = {"path": "/enter", "query": f"token={given.token}", "headers": {"host": HERE}}
    opened = answered(coach, given, **first)
    cookie = opened.headers["set-cookie"]
    assert opened.status == 200 and cookie.startswith(f"coach-{PORT}={given.cookie};")
    assert {"HttpOnly", "Path=/", "SameSite=strict"} == set(cookie.split("; ")[1:])
    assert answered(coach, given, **first).status == 401
    (token,) = told
    assert answered(coach, given, **first | {"query": f"token={token}"}).status == 200


def test_of_many_at_once_one_opens_with_a_link() -> None:
    from concurrent.futures import ThreadPoolExecutor

    given = Keys(PORT)
    with ThreadPoolExecutor(16) as many:
        opened = list(many.map(given.opened_by_link, [given.token] * 64))
    assert opened.count(True) == 1


def test_a_password_opens_and_some_wrong_ones_close_for_a_minute(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("coach.web.keys.time.monotonic", lambda: now[0])
    given = keys(PASSWORD)
    assert entering(coach, given, PASSWORD).status == 200
    for wrong in ("", "x", PASSWORD[:-1], f"{PASSWORD}x", PASSWORD.upper()):
        answer = entering(coach, given, wrong)
        assert (answer.status == 401 and b"That is not the password" in answer.body) or given.tired
    refused = entering(coach, given, PASSWORD)
    assert refused.status == 401 and b"wait a minute" in refused.body
    assert "set-cookie" not in refused.headers
    now[0] += 61
    assert entering(coach, given, PASSWORD).status == 200


def test_a_hundred_passwords_at_once_are_no_more_tries_than_five() -> None:
    from concurrent.futures import ThreadPoolExecutor

    tried: list[str] = []
    given = Keys(PORT, password=PASSWORD)
    with pytest.MonkeyPatch.context() as patch:
        slow = serving.alike

        def counted(one: str, other: str) -> bool:
            tried.append(one)
            time.sleep(0.01)
            return slow(one, other)

        patch.setattr(serving, "alike", counted)
        with ThreadPoolExecutor(32) as many:
            list(many.map(given.opened_by_password, map(str, range(100))))
    assert len(tried) == TRIES


def test_another_start_opens_to_no_key_of_the_one_before() -> None:
    one, other = Keys(PORT), Keys(PORT)
    assert len({one.token, one.cookie, other.token, other.cookie}) == 4
    assert not other.holds([f"{one.cookie_name}={one.cookie}"])


def test_by_tls_the_cookie_goes_no_other_way(coach: Coach) -> None:
    given = Keys(443, secure=True)
    given.token = LINK
    far = Where(443, "0.0.0.0", ("mentor.example",), "https", None, PASSWORD)
    asked = {"path": "/enter", "query": f"token={LINK}", "headers": {"host": "mentor.example"}}
    opened = run(sent(web(coach, far, given), client=("203.0.113.9", 5), **asked))
    cookie = opened.headers["set-cookie"]
    assert cookie.startswith("__Host-coach-443=") and "Secure" in cookie.split("; ")


def test_what_fails_is_told_in_a_line_without_a_word_of_it(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Coach, "relationships", lambda self: 1 / 0)
    seen: list[dict[str, Any]] = []
    app = web(coach, where(PORT), keys())

    async def send(message: dict[str, Any]) -> None:
        seen.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    for path in (PAGE, "/api/v1/relationships"):
        headers = [(name.encode(), value.encode()) for name, value in MINE.items()]
        scope = {"type": "http", "method": "GET", "path": path, "headers": headers,
                 "client": ("127.0.0.1", 5), "query_string": b"", "scheme": "http",
                 "server": ("127.0.0.1", PORT), "root_path": ""}  # fmt: skip
        with pytest.raises(ZeroDivisionError):
            run(app(scope, receive, send))
        start, body = seen[-2:]
        assert start["status"] == 500 and set(ALWAYS) <= set(start["headers"])
        assert b"mistake of ours" in body["body"] and b"division" not in body["body"]


# --- where it is served --------------------------------------------------------------------------


@pytest.fixture
def pem(tmp_path: Path) -> tuple[Path, Path]:
    return pem_in(tmp_path)


def pem_in(folder: Path) -> tuple[Path, Path]:
    """A certificate that signs itself, and its key."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = [
        *("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2".split()),
        *("-subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1".split()),
        *("-keyout", str(key), "-out", str(cert)),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl here")
    return cert, key


def test_beyond_this_machine_nothing_is_served_without_all_it_needs(
    pem: tuple[Path, Path], tmp_path: Path
) -> None:
    cert, key = pem
    far = {"port": 8443, "host": "0.0.0.0"}
    whole = {**far, "names": ["Mentor.example"], "cert": cert, "key": key, "password": PASSWORD}
    served = where(**whole)  # type: ignore[arg-type]
    assert not served.local and served.address == "https://mentor.example:8443"
    assert served.names == ("mentor.example:8443",)
    (tmp_path / "junk.pem").write_text("junk")
    for change, says in (
        ({"password": None}, "COACH_WEB_PASSWORD"),
        ({"password": "x" * (SHORTEST_PASSWORD - 1)}, "COACH_WEB_PASSWORD"),
        ({"cert": None, "key": None}, "--plain-http"),
        ({"cert": None}, "go together"),
        ({"key": None}, "go together"),
        ({"key": tmp_path / "none.pem"}, "no such file"),
        ({"key": tmp_path / "junk.pem"}, "no certificate with its key"),
        ({"cert": key}, "no certificate with its key"),
        ({"names": ()}, "--name"),
        ({"names": ["https://mentor.example"]}, "--name"),
        ({"names": ["mentor.example/"]}, "--name"),
        ({"names": ["*.example"]}, "--name"),
        ({"names": [""]}, "--name"),
    ):
        with pytest.raises(UserError, match=re.escape(says)):
            where(**{**whole, **change})  # type: ignore[arg-type]
    for more in ({"names": ["a"]}, {"cert": cert}, {"key": key}, {"plain": True}):
        for near in (None, "localhost", "127.0.0.1", "::1"):
            with pytest.raises(UserError, match="go with --host"):
                where(8766, near, **more)  # type: ignore[arg-type]


def test_behind_a_proxy_it_is_called_what_the_proxy_is() -> None:
    called = where(8766, "0.0.0.0", ["mentor.example"], plain=True, password=PASSWORD)
    assert (called.address, called.scheme) == ("https://mentor.example", "https")
    assert where(443, "0.0.0.0", ["m.example:8443"], plain=True, password=PASSWORD).names == (
        "m.example:8443",
    )


def test_a_browser_names_no_port_that_goes_without_saying() -> None:
    assert where(80).names == ("127.0.0.1", "localhost")


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_with_a_certificate_it_is_served_by_tls(coach: Coach, pem: tuple[Path, Path]) -> None:
    import threading

    with serving.listening(0) as on:
        port = on.getsockname()[1]
        there = where(port, "0.0.0.0", ["localhost", "127.0.0.1"], *pem, password=PASSWORD)
        given = Keys(port, password=PASSWORD, secure=True)
        server = serving.server(web(coach, there, given), there.tls)
        running = threading.Thread(target=server.run, kwargs={"sockets": [on]}, daemon=True)
        running.start()
        while not server.started:
            time.sleep(0.01)
        trusting = ssl.create_default_context(cafile=str(pem[0]))
        url = f"https://127.0.0.1:{port}"
        with httpx2.Client(base_url=url, verify=trusting, trust_env=False) as browser:
            assert browser.get("/").status_code == 401
            said = {"password": PASSWORD}
            assert browser.post("/enter", data=said).status_code == 403, "no origin"
            opened = browser.post("/enter", data=said, headers={"origin": url})
            assert opened.status_code == 200 and "__Host-" in opened.headers["set-cookie"]
            assert "Robyn" in browser.get("/").text
        with pytest.raises((OSError, httpx2.HTTPError)):
            httpx2.get(f"http://127.0.0.1:{port}/", trust_env=False)
        server.should_exit = True
        running.join()


# --- on the wire ---------------------------------------------------------------------------------

WIRE = {
    "no request": (b"\x00\x01\x02\r\n\r\n", b"400"),
    "a header in a header": (b"GET / HTTP/1.1\r\nHost: {here}\r\nX: a\r\n b\r\n\r\n", b"40"),
    "a null in a header": (b"GET / HTTP/1.1\r\nHost: {here}\r\nX: a\x00b\r\n\r\n", b"400"),
    "two requests in one": (
        b"POST / HTTP/1.1\r\nHost: {here}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"0\r\n\r\nGET / HTTP/1.1\r\nHost: {here}\r\n\r\n",
        b"40",
    ),
    "a length that lies": (
        b"GET / HTTP/1.1\r\nHost: {here}\r\nContent-Length: 1e3\r\n\r\n",
        b"400",
    ),
    "another machine's address": (
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"421",
    ),
    "no host": (b"GET / HTTP/1.0\r\n\r\n", b"421"),
    "a socket": (
        b"GET / HTTP/1.1\r\nHost: {here}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
        b"403",
    ),
    "a path out of static": (b"GET /static/%2e%2e/app.py HTTP/1.1\r\nHost: {here}\r\n\r\n", b"404"),
    "a null in a path": (b"GET /static/a%00b HTTP/1.1\r\nHost: {here}\r\n\r\n", b"404"),
    "a slash in a path": (b"GET /static/..%2fapp.py HTTP/1.1\r\nHost: {here}\r\n\r\n", b"404"),
    "a long header": (
        b"GET / HTTP/1.1\r\nHost: {here}\r\nX: " + b"a" * 90_000 + b"\r\n\r\n",
        b"40",
    ),
}


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("name", WIRE)
def test_bytes_that_no_browser_sends_get_nothing(name: str, app: Served) -> None:
    raw, status = WIRE[name]
    with socket.create_connection(("127.0.0.1", app.port), 5) as wire:
        wire.sendall(raw.replace(b"{here}", f"127.0.0.1:{app.port}".encode()))
        wire.shutdown(socket.SHUT_WR)
        said = b""
        while piece := wire.recv(65_536):
            said += piece
    assert re.match(rb"HTTP/1.1 " + status, said) or said == b"", said[:200]
    assert said.count(b"HTTP/1.1") <= 1 and b"Robyn" not in said


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_body_that_stops_halfway_holds_nobody_up(app: Served) -> None:
    lines = app.headers | {"host": f"127.0.0.1:{app.port}", "content-length": "500"}
    lines["content-type"] = WRITES["content-type"]
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    with impatient(), socket.create_connection(("127.0.0.1", app.port), 30) as wire:
        wire.sendall(f"POST /new HTTP/1.1\r\n{head}\r\nmine=".encode())
        assert wire.recv(100).startswith(b"HTTP/1.1 408")
