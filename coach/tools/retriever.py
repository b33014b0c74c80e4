"""Notes of past calls as LangChain documents."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableConfig
from pydantic import ConfigDict, Field

from coach.app import Coach
from coach.records import Hit, Role, day_of
from coach.tools.untraced import untraced


class CoachRetriever(BaseRetriever):
    """Finds what past calls of one relationship left behind, as far as `role` may see it.

    `role` None sees what both may see. A document's `page_content` is the note; `metadata` has
    `session`, `date` (ISO), `kind`, `visibility`, `about`, `quotes` and `score`, which compares
    only within one search.

        CoachRetriever(coach=coach, who="dana", role="mentee", k=5).invoke("design review")
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    coach: Coach
    who: str
    role: Role | None = None
    k: int = Field(8, ge=1, le=50)

    def invoke(
        self, input: str, config: RunnableConfig | None = None, **kwargs: Any
    ) -> list[Document]:
        """The documents, best first; `k=` for this search only."""
        with untraced():
            return super().invoke(input, config, **kwargs)

    async def ainvoke(
        self, input: str, config: RunnableConfig | None = None, **kwargs: Any
    ) -> list[Document]:
        """See `invoke`."""
        with untraced():
            return await super().ainvoke(input, config, **kwargs)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        found = self.coach.find(self.who, query, self.role, k or self.k)
        return [_document(hit) for hit in found.hits]


def _document(hit: Hit) -> Document:
    note = hit.note
    return Document(
        id=note.id,
        page_content=note.text,
        metadata={
            "relationship": note.relationship,
            "session": note.session,
            "date": day_of(note.occurred_at).isoformat(),
            "kind": note.kind,
            "visibility": note.visibility,
            "about": note.about,
            "quotes": [item.quote for item in note.evidence],
            "score": hit.score,
        },
    )
