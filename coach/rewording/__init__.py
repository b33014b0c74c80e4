"""Other words, from a language model, for what code has chosen.

What stands on an agenda, which gap is asked about and what a roadmap holds is settled before a
model is asked; it may only make a line read well, and every wording is checked.

    checks      what a wording has to keep to
    reworder    Reworder: an agenda, a question, a second question, a roadmap
    dialogue    one gap, one open question at a time, until the answer is specific
"""

from coach.rewording.dialogue import Dialogue, left_open
from coach.rewording.reworder import Reworded, Reworder

__all__ = ["Dialogue", "Reworded", "Reworder", "left_open"]
