"""Our embedding model, for a vector store of one's own."""

from __future__ import annotations

from pathlib import Path

from langchain_core.embeddings import Embeddings

from coach.embedding import default_embedder


class CoachEmbeddings(Embeddings):
    """The embedder that the coach's own memory uses: on this machine, without a network.

    `model` names an ONNX file of all-MiniLM-L6-v2 of one's own.

    >>> len(CoachEmbeddings().embed_query("send the outline"))
    384
    """

    def __init__(self, model: Path | None = None) -> None:
        self._embedder = default_embedder(model)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector of length 1 a text."""
        vectors: list[list[float]] = self._embedder.embed(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text; queries and documents are embedded alike."""
        return self.embed_documents([text])[0]
