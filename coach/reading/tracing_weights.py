"""What is worth how much for a sentence to tell of a promise, as log odds.

Made by `python -m evals traces DIR... --write` from 26299 sentences: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
ahead.owner        -0.45
ahead.partner      -1.12
alike               0.98
asks               -0.49
asks_whether        0.60
before              0.48
day                 0.98
day_before          1.13
deed                0.20
did.owner           0.46
did.partner         0.30
done.owner          0.42
done.partner        1.05
earlier             1.24
echo                0.58
heads               0.93
leads               0.75
order              -2.90
owner               0.92
part.owner          0.59
past                0.41
reply               1.48
shares              0.79
trails             -1.07
turn                1.84
undone.owner        1.16
void.owner          1.07
void.partner        1.20
yours               1.91
bias               -3.72
"""
