"""What each feature of a passage is worth for each fate of a promise, as log odds.

Made by `python -m evals fates DIR... --write` from 538 passages: logistic weights, held
small. Learn again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
feature                       done    partly    failed   dropped
again.after                  -0.39      0.34      0.13     -0.06
again.core                   -0.50     -0.09      0.67     -0.17
ahead_day.owner              -0.60      0.58     -0.07     -0.17
any.done                      0.34     -0.18     -0.46      0.16
any.part                     -0.33      0.35     -0.30     -0.04
any.undone                   -0.44     -0.04      0.54      0.03
any.void                     -0.49     -0.26     -0.52      0.94
bare_day.owner               -0.25     -0.21      0.33      0.27
bare_day.partner              0.05     -0.21      0.19      0.10
condition                    -0.40     -0.02     -0.46      1.09
condition&denied             -0.80      0.18     -0.27      0.81
condition&undone             -0.00     -0.06     -0.37      0.37
condition&void               -0.22     -0.36     -0.08      0.22
day.owner                     0.56     -0.33      0.29     -0.93
day.partner                   0.11     -0.14     -0.13     -0.08
denied&day                   -0.15      0.23     -0.12      0.11
denies.owner                 -0.84     -0.07      0.88      0.55
denies.partner               -0.54     -0.65      0.58      0.54
done.after                    0.18     -0.03     -0.45      0.38
done.core                     0.40     -0.27     -0.04     -0.41
echo                          0.63     -0.05     -0.56     -0.71
ends.owner                   -0.78     -0.24      0.14      1.35
ends.partner                  0.06     -0.24     -0.23      0.35
ends_ahead                   -1.08      0.21      1.02     -0.02
first.done                   -0.06      0.60     -0.13     -0.36
first.part                   -0.06      0.35     -0.04      0.02
first.undone                 -0.15     -0.46      0.26      0.15
first.void                   -0.28     -0.32     -0.19      0.33
joint                        -0.45     -0.03     -0.21      0.87
last.done                    -0.25      0.30      0.19      0.05
last.part                     0.05      0.07     -0.04     -0.11
last.undone                   0.12     -0.00      0.22     -0.54
last.void                    -0.48     -0.20     -0.48      0.74
leaves_open                  -0.30      0.11     -0.17      0.23
many&denied                  -0.69      1.42     -0.28     -0.01
many&leaves_open              0.11      0.29     -0.42     -0.42
many&part                    -0.34      0.17     -0.32     -0.19
many&undone                   0.15      0.21     -0.28      0.23
new_day                      -0.73      0.62      0.85     -0.90
no_sign                       0.54     -0.17      0.10     -0.14
no_sign&past                 -0.23      0.03      0.33     -0.04
not_due                      -0.32      0.57     -0.26      0.05
part&done                    -0.16      0.04     -0.11     -0.12
part.after                    0.13     -0.13      0.00     -0.09
part.core                    -0.57      0.66     -0.34      0.03
past.owner                   -0.21      0.23     -0.33      0.52
past.partner                  0.91     -0.23     -0.92     -0.28
pities.owner                 -0.22      0.28      0.14      0.21
pities.partner               -0.38     -0.30      0.50      0.08
praises.owner                 0.12     -0.18     -0.32      0.33
praises.partner               1.08     -0.51     -0.59     -0.19
put_off                      -0.48      0.20      0.34     -0.20
short                        -1.16      1.50     -0.65     -0.33
they_past.owner               0.74     -0.51     -0.38     -0.51
they_past.partner             0.40     -0.78     -0.16     -0.12
told.done                     1.02     -0.68      0.03     -0.69
told.dropped                 -0.37     -0.45     -0.53      1.17
told.failed                  -0.14     -0.88      1.00      0.08
told.partly                  -1.26      1.89     -0.41     -0.49
undone&done                   0.06      0.26      0.12      0.32
undone.after                 -0.12      0.13     -0.11      0.11
undone.core                  -0.92     -0.07      0.98     -0.41
unreal                        0.78     -0.53     -0.52     -0.27
void.after                   -0.15     -0.06     -0.11      0.19
void.core                    -0.52     -0.42     -0.50      0.94
word.again                   -0.06      0.26     -0.03     -0.09
word.all                     -0.01      0.03      0.15     -0.43
word.back                     0.31     -0.15     -0.09     -0.04
word.because                  0.22     -0.02     -0.27     -0.15
word.but                     -0.05      0.44     -0.36     -0.27
word.could                    0.27      0.34     -0.68     -0.07
word.every                    0.26     -0.07     -0.17     -0.14
word.half                     0.27     -0.19     -0.15      0.02
word.if                      -0.70      0.29      0.53     -0.15
word.just                    -0.23      0.56     -0.07     -0.04
word.late                     0.20     -0.15     -0.10     -0.04
word.n't                      0.50     -0.39      0.01     -0.14
word.need                     0.00     -0.05     -0.12      0.15
word.never                   -0.36     -0.08      0.47      0.05
word.next                     0.23     -0.15      0.24     -0.39
word.no                      -0.51     -0.39      0.40      0.38
word.nobody                  -0.11      0.01      0.22     -0.17
word.not                      0.14     -0.41      0.45     -0.15
word.nothing                  0.07     -0.12     -0.36      0.63
word.now                      0.18     -0.41      0.30     -0.09
word.one                     -0.32      0.58     -0.01     -0.35
word.only                    -0.00      0.11     -0.09      0.02
word.other                   -0.21      0.47     -0.15     -0.15
word.should                  -0.48      0.48      0.19      0.07
word.since                    0.46     -0.32     -0.10     -0.29
word.so                       0.40      0.03     -0.81      0.06
word.still                   -0.41      0.78     -0.03     -0.06
word.then                    -0.44      1.11     -0.37     -0.56
word.want                    -0.12     -0.06     -0.20      0.52
word.would                   -0.02      0.31     -0.20      0.09
yes                           0.31     -0.01     -0.02     -0.25
bias                          0.54     -2.75     -2.30     -2.82
"""
"""`.owner`, `.partner`: who says it; `.core`, `.after`: in the stretch itself or after it; `told`:
what the rules make of it."""
