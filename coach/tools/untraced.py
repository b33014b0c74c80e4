"""Nothing said in a call goes to a tracing service because a variable of the environment is set.

LangChain hands what a retriever or a tool returns to whatever tracer `LANGSMITH_TRACING` and its
like name. A person who traces a chain of their own passes callbacks to it, and sees our documents
there: that is their decision, and it is heeded.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from langsmith import tracing_context


def untraced() -> AbstractContextManager[None]:
    """While this lasts the environment starts no trace."""
    return tracing_context(enabled=False)
