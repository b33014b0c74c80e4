"""The plainest reader there could be, as the line to beat."""

from __future__ import annotations

import re

from coach.reading import Call
from coach.records.claims import Claims, CommitmentClaim, Quote

_WILL = re.compile(r"\bI(?:['’]ll| will)\b")


class BaselineReader:
    """Claims every sentence that says "I'll" or "I will": its speaker's, in its words, undated."""

    name = "baseline"

    def read(self, call: Call) -> Claims:
        """Return one commitment a sentence, and nothing else."""
        return Claims(
            commitments=tuple(
                CommitmentClaim(
                    owner=sentence.speaker,
                    action=sentence.text,
                    quotes=tuple(Quote(turn=turn, words=said) for turn, said in sentence.quotes()),
                )
                for sentence in call.sentences
                if _WILL.search(sentence.text)
            )
        )
