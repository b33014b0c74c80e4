"""What each feature of a passage is worth for each fate of a promise, as log odds.

Made by `python -m evals fates DIR... --write` from 538 passages: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
feature                       done    partly    failed   dropped
bias                          1.43     -0.53     -0.25     -0.65
again.after                  -0.24      0.18      0.10     -0.03
again.core                   -0.26     -0.04      0.42     -0.11
ahead_day.owner              -0.29      0.35      0.02     -0.08
any.done                      0.23     -0.05     -0.26      0.09
any.part                     -0.11      0.25     -0.13     -0.01
any.undone                   -0.27     -0.08      0.32      0.02
any.void                     -0.22     -0.14     -0.25      0.61
bare_day.owner               -0.14     -0.16      0.21      0.09
bare_day.partner              0.01     -0.16      0.11      0.04
condition                    -0.28     -0.07     -0.31      0.65
condition&denied             -0.42      0.10     -0.15      0.47
condition&undone             -0.02     -0.05     -0.15      0.21
condition&void               -0.06     -0.08     -0.03      0.16
day.owner                     0.38     -0.10      0.30     -0.58
day.partner                   0.09     -0.08     -0.02     -0.00
denied&day                   -0.11      0.13     -0.07      0.05
denies.owner                 -0.59     -0.21      0.47      0.33
denies.partner               -0.30     -0.44      0.34      0.40
done.after                    0.06     -0.01     -0.28      0.23
done.core                     0.29     -0.05     -0.02     -0.22
echo                          0.47      0.16     -0.26     -0.37
ends.owner                   -0.56     -0.27      0.06      0.77
ends.partner                  0.05     -0.14     -0.14      0.24
ends_ahead                   -0.66      0.08      0.62     -0.04
first.done                   -0.02      0.34     -0.08     -0.24
first.part                   -0.09      0.15     -0.06     -0.01
first.undone                 -0.06     -0.27      0.19      0.14
first.void                   -0.07     -0.08     -0.09      0.23
joint                        -0.29     -0.07     -0.12      0.48
last.done                    -0.16      0.14      0.05     -0.03
last.part                     0.00      0.08     -0.04     -0.04
last.undone                   0.13      0.03      0.15     -0.31
last.void                    -0.20     -0.10     -0.20      0.49
leaves_open                  -0.16      0.11     -0.04      0.09
many&denied                  -0.44      0.79     -0.23     -0.11
many&leaves_open              0.13      0.26     -0.16     -0.23
many&part                    -0.04      0.20     -0.08     -0.08
many&undone                  -0.02      0.12     -0.15      0.05
new_day                      -0.38      0.35      0.56     -0.52
no_sign                       0.28     -0.16      0.02     -0.14
no_sign&past                 -0.11     -0.02      0.17     -0.04
not_due                      -0.18      0.35     -0.18      0.01
part&done                     0.01      0.08     -0.03     -0.06
part.after                    0.07     -0.05     -0.00     -0.02
part.core                    -0.23      0.38     -0.15      0.01
past.owner                   -0.14      0.14     -0.28      0.28
past.partner                  0.58     -0.05     -0.47     -0.05
pities.owner                 -0.19      0.07      0.01      0.10
pities.partner               -0.19     -0.13      0.27      0.05
praises.owner                 0.03     -0.11     -0.15      0.22
praises.partner               0.57     -0.24     -0.27     -0.06
put_off                      -0.28      0.12      0.25     -0.09
short                        -0.49      0.93     -0.29     -0.15
they_past.owner               0.54     -0.15     -0.16     -0.23
they_past.partner             0.34     -0.37      0.03     -0.00
told.done                     0.62     -0.33      0.09     -0.38
told.dropped                 -0.17     -0.29     -0.25      0.72
told.failed                  -0.09     -0.51      0.54      0.05
told.partly                  -0.61      1.17     -0.24     -0.32
undone&done                  -0.09      0.00     -0.00      0.09
undone.after                 -0.07      0.07     -0.06      0.06
undone.core                  -0.48     -0.06      0.69     -0.15
unreal                        0.53     -0.15     -0.25     -0.14
void.after                   -0.06     -0.03     -0.04      0.13
void.core                    -0.22     -0.16     -0.24      0.62
word.again                   -0.02      0.12     -0.04     -0.07
word.all                      0.06      0.07      0.08     -0.22
word.back                     0.16     -0.09     -0.04     -0.03
word.because                  0.19      0.04     -0.14     -0.09
word.but                      0.05      0.30     -0.22     -0.14
word.could                    0.18      0.20     -0.32     -0.07
word.every                    0.18     -0.00     -0.10     -0.07
word.half                     0.16     -0.10     -0.08      0.01
word.if                      -0.35      0.18      0.29     -0.12
word.just                    -0.14      0.24     -0.07     -0.03
word.late                     0.11     -0.06     -0.04     -0.02
word.n't                      0.22     -0.21      0.03     -0.04
word.need                     0.00     -0.04     -0.06      0.10
word.never                   -0.22     -0.13      0.30      0.04
word.next                     0.14     -0.07      0.11     -0.19
word.no                      -0.33     -0.21      0.26      0.28
word.nobody                  -0.05      0.03      0.12     -0.09
word.not                      0.02     -0.22      0.28     -0.08
word.nothing                 -0.00     -0.09     -0.22      0.31
word.now                      0.08     -0.22      0.18     -0.04
word.one                     -0.15      0.36      0.02     -0.24
word.only                     0.01      0.07     -0.08      0.00
word.other                   -0.14      0.25     -0.02     -0.09
word.should                  -0.29      0.20      0.07      0.02
word.since                    0.27     -0.12     -0.00     -0.15
word.so                       0.27      0.10     -0.44      0.07
word.still                   -0.25      0.37     -0.06     -0.07
word.then                    -0.19      0.68     -0.21     -0.28
word.want                    -0.09     -0.07     -0.12      0.28
word.would                   -0.04      0.14     -0.13      0.04
yes                           0.16     -0.00     -0.03     -0.13
"""
"""`.owner`, `.partner`: who says it; `.core`, `.after`: in the stretch itself or after it; `told`:
what the rules make of it."""
