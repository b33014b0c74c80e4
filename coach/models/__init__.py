"""Language models: a model proposes in the shape that is asked for; code decides.

chat        one request and its answer
openai      ... with any OpenAI-compatible server
langchain   ... with any langchain-core chat model
scripted    ... with answers written beforehand
recorded    ... with answers recorded before
waiting     how long and how often a person waits
shape       a record as a JSON schema, and as words
reply       an answer into that record; one bad item never loses the rest
completion  Model, the protocol, and what it returns
ladder      the Model that a chat becomes: schema, then words, then one repair
"""

from coach.models.chat import Chat, Messages, RawAnswer, Schema
from coach.models.completion import Completion, Model
from coach.models.ladder import Ladder
from coach.models.scripted import Scripted
from coach.models.waiting import Budget

__all__ = [
    "Budget",
    "Chat",
    "Completion",
    "Ladder",
    "Messages",
    "Model",
    "RawAnswer",
    "Schema",
    "Scripted",
]
