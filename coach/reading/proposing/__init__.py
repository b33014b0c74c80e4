"""The reader that asks a language model. It proposes; nothing it says stands by itself.

sheet     the call as the lines that are sent, in windows where it is long
mending   a claim's names and quotes, put where they belong
model     the reader
"""

from coach.reading.proposing.model import ModelReader
from coach.reading.proposing.sheet import tokens

__all__ = ["ModelReader", "tokens"]
