"""The reader that asks a language model. It proposes; nothing it says stands by itself.

sheet     the call as the lines that are sent, in windows where it is long
mending   a claim's names and quotes, put where they belong
model     the reader
handed    a model that has answered already
"""

from coach.reading.proposing.handed import Handed
from coach.reading.proposing.model import WINDOW, ModelReader
from coach.reading.proposing.sheet import tokens

__all__ = ["WINDOW", "Handed", "ModelReader", "tokens"]
