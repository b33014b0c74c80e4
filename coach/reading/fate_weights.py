"""What each feature of a passage is worth for each fate of a promise, as log odds.

Made by `python -m evals fates DIR... --write` from 538 passages: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
feature                       done    partly    failed   dropped
bias                          1.36     -0.42     -0.26     -0.67
again.after                  -0.26      0.20      0.08     -0.02
again.core                   -0.29     -0.04      0.45     -0.12
ahead_day.owner              -0.32      0.40      0.00     -0.09
any.done                      0.24     -0.09     -0.23      0.08
any.part                     -0.11      0.25     -0.13     -0.00
any.undone                   -0.29     -0.05      0.32      0.02
any.void                     -0.22     -0.14     -0.26      0.62
bare_day.owner               -0.08     -0.23      0.22      0.09
bare_day.partner              0.07     -0.24      0.11      0.05
condition                    -0.27     -0.10     -0.30      0.67
condition&denied             -0.40      0.07     -0.15      0.48
condition&undone             -0.01     -0.06     -0.16      0.22
condition&void               -0.06     -0.07     -0.02      0.15
day.owner                     0.36     -0.08      0.30     -0.57
day.partner                   0.08     -0.04     -0.03     -0.00
denied&day                   -0.11      0.16     -0.09      0.04
denies.owner                 -0.58     -0.23      0.48      0.33
denies.partner               -0.26     -0.44      0.33      0.37
done.after                    0.08     -0.05     -0.26      0.22
done.core                     0.33     -0.12      0.00     -0.21
echo                          0.50      0.14     -0.26     -0.38
ends.owner                   -0.56     -0.23      0.04      0.75
ends.partner                  0.09     -0.18     -0.16      0.24
ends_ahead                   -0.64      0.05      0.63     -0.04
first.done                   -0.04      0.39     -0.11     -0.23
first.part                   -0.07      0.13     -0.06     -0.00
first.undone                 -0.09     -0.25      0.21      0.13
first.void                   -0.07     -0.08     -0.09      0.23
joint                        -0.25     -0.07     -0.15      0.47
last.done                    -0.13      0.10      0.05     -0.03
last.part                     0.01      0.11     -0.05     -0.07
last.undone                   0.05      0.10      0.16     -0.30
last.void                    -0.19     -0.12     -0.21      0.52
leaves_open                  -0.19      0.11     -0.00      0.08
many&denied                  -0.48      0.86     -0.26     -0.11
many&leaves_open              0.16      0.25     -0.18     -0.24
many&part                    -0.05      0.22     -0.09     -0.08
many&undone                  -0.03      0.19     -0.19      0.04
new_day                      -0.46      0.28      0.60     -0.43
no_sign                       0.31     -0.20      0.03     -0.14
no_sign&past                 -0.08     -0.04      0.16     -0.04
not_due                      -0.19      0.33     -0.17      0.02
part&done                    -0.02      0.11     -0.03     -0.06
part.after                    0.07     -0.05     -0.00     -0.03
part.core                    -0.23      0.37     -0.16      0.02
past.owner                   -0.10      0.10     -0.29      0.29
past.partner                  0.51      0.09     -0.52     -0.08
pities.owner                 -0.18      0.07     -0.00      0.11
pities.partner               -0.19     -0.14      0.29      0.05
praises.owner                 0.04     -0.08     -0.14      0.18
praises.partner               0.61     -0.29     -0.26     -0.06
put_off                      -0.28      0.11      0.25     -0.08
short                        -0.43      0.81     -0.25     -0.12
they_past.owner               0.55     -0.14     -0.18     -0.23
they_past.partner             0.36     -0.42      0.07     -0.01
told.done                     0.57     -0.26      0.06     -0.37
told.dropped                 -0.17     -0.30     -0.26      0.73
told.failed                  -0.06     -0.50      0.55      0.01
told.partly                  -0.60      1.13     -0.23     -0.30
undone&done                  -0.10      0.00      0.02      0.08
undone.after                 -0.14      0.15     -0.08      0.06
undone.core                  -0.45     -0.07      0.67     -0.16
unreal                        0.54     -0.18     -0.22     -0.15
void.after                   -0.05     -0.03     -0.04      0.13
void.core                    -0.23     -0.15     -0.24      0.62
word.again                   -0.01      0.12     -0.04     -0.07
word.all                      0.06      0.11      0.07     -0.24
word.back                     0.14      0.01     -0.10     -0.06
word.because                  0.16      0.04     -0.12     -0.08
word.but                      0.05      0.29     -0.21     -0.13
word.could                    0.20      0.19     -0.33     -0.06
word.every                    0.18     -0.01     -0.10     -0.07
word.half                     0.16     -0.10     -0.04     -0.01
word.if                      -0.36      0.19      0.28     -0.12
word.just                    -0.14      0.24     -0.10     -0.01
word.late                     0.12     -0.06     -0.04     -0.02
word.n't                      0.19     -0.17      0.03     -0.05
word.need                     0.00     -0.04     -0.06      0.10
word.never                   -0.22     -0.16      0.32      0.06
word.next                     0.12     -0.06      0.12     -0.18
word.no                      -0.31     -0.21      0.25      0.27
word.nobody                  -0.06      0.02      0.16     -0.12
word.not                      0.02     -0.23      0.28     -0.07
word.nothing                  0.00     -0.09     -0.22      0.31
word.now                      0.09     -0.24      0.18     -0.03
word.one                     -0.16      0.39      0.04     -0.27
word.only                     0.03      0.07     -0.10     -0.00
word.other                   -0.14      0.26     -0.03     -0.09
word.should                  -0.26      0.17      0.06      0.03
word.since                    0.27     -0.10      0.00     -0.17
word.so                       0.23      0.14     -0.42      0.05
word.some                     0.15     -0.06     -0.06     -0.02
word.still                   -0.21      0.35     -0.08     -0.06
word.then                    -0.15      0.64     -0.22     -0.26
word.want                    -0.11     -0.04     -0.13      0.28
word.would                   -0.01      0.09     -0.11      0.04
yes                           0.18     -0.01     -0.03     -0.14
"""
"""`.owner`, `.partner`: who says it; `.core`, `.after`: in the stretch itself or after it; `told`:
what the rules make of it."""
