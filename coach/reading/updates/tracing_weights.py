"""What is worth how much for a sentence to tell of a promise, as log odds.

Made by `python -m evals traces DIR... --write` from 28207 sentences: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
ahead.owner        -0.42
ahead.partner      -1.08
alike               1.02
asks               -0.51
asks_whether        0.58
before              0.48
day                 0.94
day_before          1.10
deed                0.19
did.owner           0.45
did.partner         0.30
done.owner          0.44
done.partner        1.07
earlier             1.22
echo                0.54
heads               0.88
leads               0.84
order              -2.73
owner               0.91
part.owner          0.59
past                0.42
reply               1.46
shares              0.71
trails             -1.04
turn                1.86
undone.owner        1.14
void.owner          1.12
void.partner        1.18
yours               2.00
bias               -3.73
"""
