"""The coach in LangChain: what it finds, what it reads, and what it prepares, as LangChain has it.

toolkit.py      what an agent may do                  retriever.py    notes as documents
runnables.py    a recap and an agenda in a chain      embeddings.py   our embedding model
untraced.py     why nothing is traced
"""

from __future__ import annotations

from coach.tools.embeddings import CoachEmbeddings
from coach.tools.retriever import CoachRetriever
from coach.tools.runnables import AgendaRunnable, RecapRunnable
from coach.tools.toolkit import coach_tools

__all__ = ["AgendaRunnable", "CoachEmbeddings", "CoachRetriever", "RecapRunnable", "coach_tools"]
