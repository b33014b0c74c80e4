"""What each feature of a passage is worth for each fate of a promise, as log odds.

Made by `python -m evals fates DIR... --write` from 532 passages: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
feature                       done    partly    failed   dropped
bias                          1.47     -0.50     -0.44     -0.53
again.after                  -0.26      0.20      0.07     -0.01
again.core                   -0.32      0.07      0.41     -0.16
ahead_day.owner              -0.32      0.37      0.04     -0.09
any.done                      0.23     -0.05     -0.26      0.08
any.part                     -0.11      0.24     -0.13      0.01
any.undone                   -0.31     -0.02      0.30      0.03
any.void                     -0.22     -0.17     -0.24      0.62
bare_day.owner               -0.08     -0.25      0.24      0.09
bare_day.partner              0.06     -0.24      0.13      0.04
condition                    -0.28     -0.13     -0.27      0.68
condition&denied             -0.40      0.04     -0.13      0.49
condition&undone             -0.00     -0.07     -0.14      0.21
condition&void               -0.06     -0.08     -0.02      0.16
day.owner                     0.34     -0.06      0.28     -0.56
day.partner                   0.10     -0.09      0.03     -0.03
denied&day                   -0.08      0.13     -0.09      0.04
denies.owner                 -0.57     -0.20      0.47      0.30
denies.partner               -0.20     -0.36      0.18      0.39
done.after                    0.10     -0.08     -0.24      0.21
done.core                     0.33     -0.14      0.02     -0.21
echo                          0.55      0.05     -0.23     -0.37
ends.owner                   -0.59     -0.23      0.05      0.76
ends.partner                  0.10     -0.18     -0.16      0.25
ends_ahead                   -0.67      0.04      0.65     -0.02
first.done                   -0.07      0.48     -0.15     -0.26
first.part                   -0.06      0.12     -0.07      0.00
first.undone                 -0.09     -0.32      0.25      0.16
first.void                   -0.07     -0.07     -0.08      0.22
joint                        -0.38      0.01     -0.11      0.48
last.done                    -0.11      0.13      0.00     -0.02
last.part                     0.01      0.12     -0.06     -0.08
last.undone                   0.05      0.07      0.20     -0.32
last.void                    -0.24     -0.11     -0.19      0.54
leaves_open                  -0.16      0.09     -0.03      0.10
many&denied                  -0.47      0.86     -0.30     -0.10
many&leaves_open              0.17      0.29     -0.22     -0.24
many&part                    -0.01      0.19     -0.10     -0.08
many&undone                  -0.02      0.20     -0.22      0.04
new_day                      -0.50      0.25      0.67     -0.43
no_sign                       0.34     -0.23      0.03     -0.14
no_sign&past                 -0.12     -0.02      0.18     -0.04
not_due                      -0.23      0.33     -0.12      0.01
part&done                    -0.03      0.13     -0.03     -0.06
part.after                    0.07     -0.04     -0.01     -0.03
part.core                    -0.22      0.35     -0.15      0.03
past.owner                   -0.10      0.03     -0.12      0.19
past.partner                  0.40      0.19     -0.53     -0.06
pities.owner                 -0.11      0.04     -0.04      0.11
pities.partner               -0.22     -0.17      0.35      0.04
praises.owner                 0.02     -0.07     -0.14      0.18
praises.partner               0.61     -0.31     -0.24     -0.06
put_off                      -0.28      0.14      0.21     -0.07
short                        -0.44      0.82     -0.25     -0.13
they_past.owner               0.52     -0.08     -0.21     -0.23
they_past.partner             0.46     -0.42      0.04     -0.08
told.done                     0.60     -0.30      0.06     -0.36
told.dropped                 -0.18     -0.31     -0.24      0.74
told.failed                  -0.08     -0.38      0.48     -0.01
told.partly                  -0.61      1.11     -0.18     -0.31
undone&done                  -0.13      0.03      0.02      0.08
undone.after                 -0.14      0.15     -0.07      0.07
undone.core                  -0.47     -0.08      0.71     -0.15
unreal                        0.57     -0.18     -0.23     -0.16
void.after                   -0.05     -0.03     -0.04      0.12
void.core                    -0.23     -0.17     -0.23      0.63
word.again                    0.01      0.10     -0.04     -0.06
word.all                      0.02      0.14      0.08     -0.23
word.back                     0.09      0.18     -0.19     -0.08
word.because                  0.12      0.05     -0.10     -0.07
word.but                      0.03      0.30     -0.19     -0.14
word.could                    0.19      0.21     -0.35     -0.06
word.every                    0.17      0.01     -0.11     -0.07
word.half                     0.12     -0.09     -0.02     -0.01
word.if                      -0.37      0.18      0.31     -0.12
word.just                    -0.14      0.23     -0.10      0.01
word.late                     0.12     -0.06     -0.04     -0.02
word.n't                      0.20     -0.17     -0.01     -0.02
word.need                    -0.00     -0.04     -0.06      0.10
word.never                   -0.18     -0.18      0.33      0.03
word.next                     0.11     -0.05      0.12     -0.18
word.no                      -0.36     -0.12      0.26      0.22
word.nobody                  -0.04      0.00      0.16     -0.12
word.not                      0.01     -0.23      0.31     -0.08
word.nothing                 -0.00     -0.10     -0.22      0.33
word.now                      0.06     -0.23      0.21     -0.03
word.one                     -0.16      0.39      0.03     -0.26
word.only                    -0.03      0.17     -0.12     -0.02
word.other                   -0.17      0.28     -0.01     -0.09
word.should                  -0.25      0.17      0.05      0.03
word.since                    0.29     -0.15      0.03     -0.16
word.so                       0.24      0.15     -0.45      0.06
word.still                   -0.12      0.27     -0.10     -0.05
word.then                    -0.14      0.61     -0.22     -0.25
word.want                    -0.13      0.02     -0.16      0.28
word.would                   -0.01      0.05     -0.10      0.06
yes                           0.19     -0.02     -0.03     -0.14
"""
"""`.owner`, `.partner`: who says it; `.core`, `.after`: in the stretch itself or after it; `told`:
what the rules make of it."""
