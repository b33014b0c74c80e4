"""A loopback server that speaks the chat-completions wire, with every fault a person may meet."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Handler = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request; the server's script says what becomes of it."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        self.server.asked.append(body)
        with suppress(OSError):  # whoever asked has gone
            self.server.answer(self)

    @property
    def body(self) -> dict[str, Any]:
        return self.server.asked[-1]

    def send(self, status: int, body: bytes | str, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("content-type", headers.pop("content_type", "application/json"))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, answer: Handler) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.answer, self.asked = answer, []
        self.asked: list[dict[str, Any]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, *_: Any) -> None:
        pass


@contextmanager
def serving(answer: Handler) -> Iterator[Server]:
    """A server on a free port of this machine."""
    server = Server(answer)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


# --- what it can answer --------------------------------------------------------------------------


def completion(text: str | None, **message: Any) -> str:
    """A whole reply, as servers send it."""
    choice = {
        "index": 0,
        "finish_reason": "stop",
        "message": {"role": "assistant", "content": text} | message,
    }
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    reply = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
    return json.dumps(reply | {"choices": [choice], "usage": usage})


def says(text: str | None, **message: Any) -> Handler:
    return lambda exchange: exchange.send(200, completion(text, **message))


def status(code: int, body: str = '{"error": {"message": "no"}}', **headers: str) -> Handler:
    return lambda exchange: exchange.send(code, body, **headers)


def in_turn(*answers: Handler) -> Handler:
    """Each answer once, the last one for good."""
    left = list(answers)
    return lambda exchange: (left.pop(0) if len(left) > 1 else left[0])(exchange)


def takes_no_schema(then: Handler) -> Handler:
    def answer(exchange: Exchange) -> None:
        if "response_format" in exchange.body:
            exchange.send(400, '{"error": {"message": "response_format is not supported"}}')
        else:
            then(exchange)

    return answer


def drips(exchange: Exchange) -> None:
    """A byte every now and then, for ever."""
    exchange.send_response(200)
    exchange.send_header("content-type", "application/json")
    exchange.send_header("content-length", "100000")
    exchange.end_headers()
    for _ in range(600):
        exchange.wfile.write(b" ")
        exchange.wfile.flush()
        time.sleep(0.05)


def stalls(exchange: Exchange) -> None:
    """The beginning of a reply, and then nothing."""
    exchange.send_response(200)
    exchange.send_header("content-length", "100000")
    exchange.end_headers()
    exchange.wfile.write(b'{"choices": [')
    exchange.wfile.flush()
    time.sleep(30)


def resets(exchange: Exchange) -> None:
    """The connection breaks."""
    exchange.connection.shutdown(socket.SHUT_RDWR)
    exchange.close_connection = True
