"""What each feature of a turn is worth for each kind of moment, as log odds.

Made by `python -m evals weigh DIR... --write` from 50 calls: logistic weights, held small,
with the number of moments and the least weight that did best on relationships left out. Learn
again with calls of your own rather than edit a figure here.
"""

from __future__ import annotations

KEPT = {
    "goal": 3,
    "win": 3,
    "challenge": 2,
    "insight": 2,
    "decision": 3,
    "feedback": 2,
    "trust": 2,
}
"""At most so many a call: a recap that lists everything says nothing."""
ENOUGH = {
    "goal": -1.0,
    "win": -1.5,
    "challenge": -3.25,
    "insight": -2.0,
    "decision": -1.75,
    "feedback": -1.5,
    "trust": -1.75,
}
"""The least weight that is worth a line."""
TABLE = """
feature                       goal       win challenge   insight  decision  feedback     trust
bias                         -5.90     -4.96     -5.23     -5.30     -3.77     -6.15     -2.56
answer.accepts                -0.1       0.0      -0.1      -0.1       1.4      -0.2       0.3
answer.achieved                0.1       0.2       0.0      -0.1       0.1       0.0       0.0
answer.asks                    0.5      -0.2       0.1      -0.1       0.1      -0.2      -0.1
answer.asks_aim                0.0       0.0       0.1       0.0      -0.1       0.0       0.0
answer.asks_meaning           -0.1       0.2       0.2       0.2      -0.1      -0.1       0.0
answer.asks_news              -0.2       0.0       0.1      -0.2      -0.2       0.0       0.0
answer.asks_obstacle           0.1       0.0       0.2       0.1      -0.1       0.0       0.0
answer.asks_when               0.6      -0.1      -0.1       0.1       0.1       0.0       0.0
answer.asks_worth              0.0       0.0       0.0       0.0      -0.1       0.0       0.0
answer.because                -0.1       0.0      -0.1      -0.1       0.5      -0.1       0.0
answer.brief                   0.1       0.0       0.4       0.0      -0.4      -0.2      -0.3
answer.broke_word              0.0       0.0       0.0       0.0       0.1       0.0       0.0
answer.by_then                 0.4      -0.1      -0.1      -0.1      -0.1       0.0       0.0
answer.chooses                -0.1       0.1       0.2      -0.3       0.0      -0.2       0.0
answer.closed                  0.0       0.1      -0.2      -0.2       0.0      -0.1      -0.2
answer.comments               -0.1       0.2      -0.2       0.3      -0.1       0.1       0.0
answer.contrasts               0.2       0.0       0.1       0.1      -0.4      -0.1      -0.1
answer.count_moved             0.0       0.2       0.0       0.0      -0.3      -0.2       0.0
answer.decides                 0.0       0.0       0.1       0.0       0.0       0.0       0.0
answer.declares                0.0       0.0       0.0       0.0       0.1       0.0       0.0
answer.declines               -0.1       0.0      -0.1      -0.1       0.3      -0.1       0.0
answer.denies                  0.2       0.2      -0.2       0.0       0.3       0.1      -0.1
answer.did_not                -0.1       0.1       0.0      -0.1       0.0       0.1       0.0
answer.discloses               0.0       0.0       0.1       0.0       0.0       0.0       0.0
answer.echoes                  0.2       0.1      -0.1       0.1      -0.1      -0.1      -0.1
answer.exclaims               -0.1       1.1      -0.1      -0.2      -0.2      -0.2       0.0
answer.expected_else          -0.1       0.2       0.0      -0.1       0.0      -0.1      -0.2
answer.feels                   0.1       0.0       0.0       0.1      -0.1       0.0      -0.1
answer.honours                 0.0       0.2       0.0       0.0       0.1       0.0       0.0
answer.i_did                  -0.4      -0.2       0.0      -0.2      -0.1       0.2       0.0
answer.i_do                    0.2      -0.2      -0.2       0.0       0.4       0.2       0.1
answer.if                     -0.1      -0.2      -0.2      -0.1       0.0      -0.2       0.0
answer.is_struck               0.0      -0.2      -0.2       1.3      -0.2       0.2      -0.1
answer.is_unable               0.3       0.0       0.0       0.0       0.1      -0.1       0.0
answer.keeps_secret            0.0       0.0       0.0       0.0       0.3       0.0       0.0
answer.kept_word               0.0      -0.1       0.0      -0.1      -0.1      -0.1       0.0
answer.knows_limits            0.2       0.0       0.0      -0.1      -0.1       0.0       0.0
answer.laughs                 -0.2      -0.2      -0.1      -0.1       0.0       0.0      -0.2
answer.likes                   0.3      -0.1       0.0      -0.1       0.2      -0.1       0.0
answer.long                   -0.1      -0.2       0.0       0.0      -0.2      -0.2      -0.2
answer.means_it               -0.1       0.1      -0.1       0.0      -0.1       0.0       0.0
answer.measures                0.0       0.1       0.0       0.0      -0.2      -0.2      -0.1
answer.names_it                0.0      -0.1      -0.1       0.1       0.2       0.1      -0.1
answer.not_my_field            0.1       0.0       0.0       0.0       0.1       0.0       0.0
answer.number                  0.1       0.1      -0.1       0.1      -0.2      -0.2       0.0
answer.offers                 -0.1      -0.1       0.1       0.0       0.2       0.2      -0.1
answer.open                    0.3      -0.3       0.3       0.1      -0.3      -0.1       0.0
answer.over_and_over           0.1      -0.1       0.0       0.0       0.0       0.0       0.0
answer.owns_up                 0.1       0.1      -0.1       0.0       0.0       0.0      -0.1
answer.pities                  0.0      -0.1       1.2      -0.1      -0.1       0.1       0.0
answer.praises                -0.2       1.3      -0.2       0.1       0.0       0.0       0.0
answer.proposes                0.2       0.0      -0.1      -0.2       0.3       0.0      -0.1
answer.quality                 0.2       0.2      -0.3       0.1       0.0       0.0       0.0
answer.quotes                 -0.1      -0.1       0.1      -0.2      -0.1       0.1       0.3
answer.ranks                   0.2       0.2       0.1       0.2       0.1       0.1      -0.1
answer.realises                0.0       0.1       0.0      -0.1      -0.1       0.0       0.0
answer.rhythm                  0.0      -0.1      -0.1      -0.2       1.0       0.1       0.1
answer.rules                  -0.1       0.0      -0.1       0.0       0.4       0.0       0.0
answer.sees                    0.1      -0.1      -0.1       0.0       0.0       0.0      -0.1
answer.starts_oh              -0.1       0.1       0.0       0.1      -0.2       0.1       0.3
answer.starts_so              -0.2       0.1       0.4       0.1      -0.4      -0.2       0.0
answer.stays_here              0.0       0.0       0.0       0.1       0.1       0.0       0.0
answer.takes_in                0.0      -0.3      -0.1       0.6       0.0      -0.3      -0.1
answer.thanks                 -0.1       0.0       0.1      -0.1      -0.1       1.0       0.5
answer.they_did               -0.1      -0.2      -0.2      -0.1      -0.1       0.1       0.2
answer.they_said_yes           0.0       0.0      -0.1      -0.1       0.0      -0.1       0.1
answer.triumphs                0.0       0.0       0.0      -0.1       0.1      -0.1       0.0
answer.troubled                0.1      -0.1       0.2      -0.3      -0.1      -0.1       0.1
answer.wants                   0.0      -0.1      -0.1       0.0      -0.2      -0.2       0.0
answer.will                   -0.1       0.0      -0.2      -0.3       0.0      -0.1      -0.1
answer.you_are                 0.1      -0.3      -0.2      -0.1       0.3       0.0      -0.1
answer.you_did                 0.2       0.7       0.3      -0.1       0.2       0.1      -0.1
asked.accepts                  0.1      -0.1      -0.2       0.1       0.3      -0.2      -0.1
asked.achieved                 0.2       0.0       0.1      -0.1      -0.1       0.0       0.1
asked.admits                   0.0       0.0       0.0       0.1       0.0      -0.1       0.0
asked.asks                     0.3      -0.1       0.4       0.0       0.0       0.0      -0.1
asked.asks_aim                 0.8       0.0       0.0      -0.1       0.0      -0.1       0.0
asked.asks_meaning             0.0       0.1      -0.1       1.1       0.1       0.0       0.0
asked.asks_news                0.0       0.3       0.3      -0.1      -0.2       0.0       0.0
asked.asks_obstacle           -0.1      -0.1       0.8       0.1      -0.1       0.0       0.0
asked.asks_when                0.6      -0.1       0.2      -0.1      -0.1       0.0       0.0
asked.asks_worth               0.3      -0.1      -0.2       0.1       0.0       3.1       0.0
asked.because                  0.0      -0.1       0.1       0.0       0.4       0.0       0.1
asked.brief                    0.0       0.3       0.4       0.1      -0.5       0.0      -0.1
asked.by_then                  0.7      -0.1      -0.1       0.0      -0.3      -0.1       0.0
asked.chooses                  0.1      -0.1       0.0       0.0       0.4      -0.2       0.0
asked.closed                  -0.1       0.2      -0.2       0.0       0.1      -0.2      -0.2
asked.comments                -0.2       0.3      -0.2      -0.1      -0.3       0.0       0.1
asked.contrasts               -0.2       0.0       0.1      -0.1      -0.4       0.1       0.1
asked.count_moved             -0.1       0.3      -0.1      -0.2      -0.2      -0.2       0.0
asked.decides                  0.0       0.1       0.0       0.0       0.1       0.0       0.0
asked.declares                 0.0       0.0       0.0       0.0       0.2       0.0       0.0
asked.declines                -0.1       0.1       0.0       0.0       0.5      -0.1      -0.1
asked.denies                   0.2       0.1       0.0      -0.2       0.4       0.0       0.2
asked.did_not                  0.0       0.0      -0.1      -0.1       0.0       0.0      -0.1
asked.discloses                0.0       0.0       0.0       0.0       0.4       0.0       0.0
asked.echoes                   0.4       0.1      -0.1       0.0       0.0      -0.2       0.1
asked.exclaims                -0.1       0.5      -0.1      -0.2      -0.2       0.1      -0.1
asked.expected_else            0.0       0.2       0.1       0.3      -0.1       0.3       0.0
asked.feels                   -0.1       0.0      -0.1      -0.1       0.0       0.1       0.0
asked.honours                  0.0       0.0       0.0       0.1       0.0       0.1       0.0
asked.i_did                   -0.2       0.1      -0.1      -0.2       0.0       0.2       0.0
asked.i_do                    -0.1      -0.2       0.0      -0.3       0.3       0.0      -0.2
asked.if                       0.6      -0.2      -0.3      -0.1       0.0      -0.1      -0.1
asked.is_struck               -0.1      -0.1      -0.2       0.6      -0.3      -0.2      -0.2
asked.is_unable                0.1       0.0      -0.1       0.0      -0.2       0.0       0.1
asked.keeps_secret             0.0       0.0       0.0       0.0       0.6       0.0       0.0
asked.kept_word                0.1       0.0       0.0       0.2      -0.1      -0.1       0.0
asked.knows_limits            -0.1       0.0       0.0       0.0      -0.2       0.0       0.1
asked.laughs                  -0.1      -0.2      -0.2      -0.1       0.0      -0.2       0.0
asked.likes                    0.0       0.1      -0.1      -0.1       0.1       0.1      -0.1
asked.long                    -0.2      -0.1       0.0       0.0       0.2      -0.1      -0.1
asked.means_it                -0.1      -0.1       0.0       0.0      -0.1       0.1       0.0
asked.measures                 0.2      -0.2       0.0       0.2      -0.3       0.1      -0.1
asked.names_it                -0.1       0.1       0.0      -0.2      -0.1       0.2       0.0
asked.number                   0.0       0.3      -0.1       0.0       0.0      -0.1      -0.2
asked.offers                  -0.1       0.0      -0.1       0.0       0.1      -0.1       0.0
asked.open                     0.1      -0.4       0.5       0.0      -0.3      -0.1      -0.1
asked.over_and_over            0.1       0.1       0.1      -0.1       0.0       0.1      -0.1
asked.owns_up                  0.0      -0.1       0.0       0.3       0.0       0.1       0.1
asked.pities                   0.0       0.0       0.1      -0.1      -0.1      -0.1      -0.1
asked.praises                 -0.1       0.3      -0.1      -0.2      -0.2       0.1       0.0
asked.proposes                 0.1       0.1       0.1      -0.1       0.8      -0.1       0.0
asked.quality                  0.1       0.0      -0.2      -0.1      -0.1       0.1      -0.1
asked.quotes                   0.0       0.0       0.0      -0.1      -0.1      -0.1       0.2
asked.ranks                    0.0      -0.1      -0.1       0.1       0.2       0.0       0.1
asked.realises                 0.0       0.0       0.1       0.0      -0.1       0.0       0.0
asked.rhythm                   0.0      -0.1      -0.1      -0.2       1.2      -0.1      -0.1
asked.rules                    0.0       0.0      -0.1       0.0       0.8       0.0       0.0
asked.sees                    -0.1       0.0      -0.1      -0.1       0.0       0.0       0.2
asked.starts_oh               -0.1       0.1      -0.2       0.4       0.0      -0.1       0.0
asked.starts_so                0.4       0.0      -0.1       0.5      -0.3       0.1       0.0
asked.stays_here               0.0       0.0       0.0       0.0       0.4       0.0       0.0
asked.struggles                0.0       0.0       0.0       0.0       0.0       0.1       0.0
asked.takes_in                -0.1      -0.1      -0.2       0.5       0.0      -0.1       0.1
asked.thanks                  -0.1       0.0       0.1       0.0       0.1      -0.1       0.0
asked.they_did                -0.1       0.1       0.0       0.0      -0.7       0.4       0.0
asked.they_said_yes            0.0       0.0       0.1      -0.1      -0.1       0.2       0.0
asked.triumphs                 0.0       0.0       0.1       0.0       0.1      -0.1       0.0
asked.troubled                -0.1      -0.1       0.3       0.3       0.0      -0.1      -0.1
asked.wants                    0.0       0.0      -0.1       0.0      -0.1      -0.1       0.2
asked.will                    -0.3      -0.2      -0.1      -0.4      -0.2       0.0      -0.2
asked.you_are                  0.4      -0.2       0.0       0.0      -0.2      -0.2       0.2
asked.you_did                  0.0       0.3       0.2       0.0      -0.3       0.0       0.1
closing                       -0.1      -0.1      -0.2      -0.1      -0.1       0.4       0.0
early                         -0.4       0.1      -0.4      -0.6       0.1      -0.2      -0.2
late                          -0.5      -0.2      -0.2      -0.4      -0.1       0.7       0.0
mentee                         0.4       0.0       0.0       1.3      -0.2      -0.5      -1.1
own.accepts                   -0.1      -0.1      -0.1      -0.1       1.0       0.0       0.0
own.achieved                   0.3       0.3       0.2      -0.6       0.1       0.0       0.2
own.admits                     0.0      -0.1       0.0       0.0       0.0       0.1       1.7
own.asks                      -0.2      -0.2      -0.1      -0.6      -0.4      -0.5      -0.2
own.asks_aim                   0.0       0.0       0.0       0.0      -0.1      -0.1       0.0
own.asks_meaning               0.0       0.0       0.0       0.1      -0.1       0.0       0.0
own.asks_news                 -0.1      -0.1       0.0      -0.1      -0.2      -0.1       0.0
own.asks_obstacle              0.0       0.1       0.0       0.1      -0.1       0.0       0.0
own.asks_when                  0.1       0.0       0.0       0.0      -0.1       0.0       0.0
own.asks_worth                 0.0       0.0       0.0       0.0      -0.1      -0.1       0.0
own.because                    0.3       0.1       0.0       0.4       0.3      -0.1       0.1
own.brief                     -0.4      -0.2      -0.4      -0.6      -0.7      -0.1       0.0
own.broke_word                 0.0       0.0       0.0       0.0       0.0      -0.1       1.5
own.by_then                    2.4      -0.1       0.2      -0.3       0.0       0.0      -0.2
own.chooses                    0.0      -0.1      -0.3      -0.2       0.4      -0.1      -0.1
own.comments                  -0.3      -0.1       0.5      -0.1      -0.2       0.5       0.0
own.contrasts                 -0.2      -0.2       0.2       0.6      -0.3       0.1      -0.2
own.count_moved                0.3       0.4      -0.1       0.1      -0.4       0.2       0.0
own.decides                    0.1       0.0       0.0       0.0       1.9       0.0       0.0
own.declares                   0.0       0.0       0.0       0.0       0.1      -0.1       1.6
own.declines                  -0.1      -0.1       0.0       0.0       1.0      -0.1       0.0
own.denies                     0.4       0.1       0.0       0.7       0.5       0.4       0.2
own.did_not                    0.0       0.2      -0.1      -0.2      -0.2       0.0       0.2
own.discloses                  0.0       0.0       0.0      -0.1       0.3      -0.1       0.1
own.exclaims                  -0.1       0.1      -0.3       0.5      -0.4       0.1       0.1
own.expected_else              0.0       0.0      -0.1       0.0       0.0       0.8       0.0
own.feels                      0.1       0.3       0.9       0.2      -0.2       0.1       0.0
own.first_person              -0.3       0.1       0.6       0.1       0.0       0.2       0.3
own.honours                    0.0       0.0       0.0       0.0       0.0       2.8       0.0
own.i_did                     -0.6       0.4      -0.1       0.1      -0.3       0.3       0.3
own.i_do                      -0.1      -0.3       0.4      -0.1       0.6       0.2       0.2
own.if                         0.4      -0.3       0.2      -0.2       0.5      -0.2      -0.3
own.is_struck                  0.0       0.2       0.1       0.6       0.0       0.0       0.1
own.is_unable                  0.0       0.1       0.3      -0.1      -0.9      -0.1       0.2
own.keeps_secret               0.0       0.0       0.0       0.1       0.8      -0.1       0.3
own.kept_word                 -0.1       0.1      -0.2      -0.2      -0.1      -0.2       0.1
own.knows_limits              -0.2      -0.1      -0.2      -0.1       0.0      -0.1       0.1
own.laughs                    -0.2      -0.1       0.0      -0.2      -0.3      -0.2       0.0
own.length                     0.3       0.2       0.4       0.3       0.4       0.3       0.2
own.likes                      0.1       0.0      -0.2      -0.1       0.0       0.1       0.0
own.long                      -0.3       0.2       0.3      -0.4       0.3      -0.3       0.5
own.means_it                  -0.1      -0.1       0.1      -0.1      -0.1       0.8       0.1
own.measures                   0.6       0.3       0.0      -0.1      -0.1       0.2      -0.3
own.names_aim                  3.1       0.0       0.0       0.0       0.0       0.0       0.0
own.names_it                  -0.1      -0.1       0.3       0.1       0.1       0.0       0.1
own.not_my_field               0.0       0.0       0.0       0.0       0.3       0.0       1.7
own.number                     0.4       0.3       0.4      -0.2       0.2       0.3       0.1
own.offers                    -0.1      -0.1       0.3       0.0       0.1      -0.1       0.0
own.over_and_over              0.1      -0.1       0.4       0.1      -0.2      -0.2       0.0
own.owns_up                    0.0       0.1      -0.2       0.3       0.0       0.4       0.1
own.pities                     0.0       0.0       0.0      -0.1      -0.1       0.0       0.1
own.praises                    0.0       0.1       0.1       0.2       0.0       0.4      -0.2
own.proposes                   0.2       0.1       0.0       0.0       0.5      -0.1      -0.1
own.quality                    0.1       0.0       0.1      -0.2       0.1       0.8      -0.2
own.quotes                    -0.2       0.6       0.0      -0.5      -0.4       0.4      -0.1
own.ranks                      0.0       0.0      -0.1       0.0       0.1       1.4      -0.3
own.realises                  -0.1      -0.1       0.0       1.7      -0.1       0.0       0.0
own.rhythm                     0.0       0.1       0.3      -0.3       1.2       0.0       0.1
own.rules                      0.0       0.0       0.0      -0.1       1.9      -0.1       0.1
own.second_person             -0.2      -0.2      -0.2      -0.2       0.0       1.0       0.0
own.sees                      -0.1       0.2       0.1       1.1      -0.1       0.2      -0.1
own.starts_oh                  0.1      -0.2      -0.1       0.3      -0.1       0.0       0.0
own.starts_so                  0.3      -0.1      -0.1       0.5      -0.2      -0.2       0.0
own.stays_here                 0.0       0.0       0.0       0.0       0.4       0.0       1.5
own.struggles                  0.0       0.0       2.2       0.0       0.1       0.1       0.0
own.takes_in                  -0.1      -0.1      -0.1      -0.1      -0.1      -2.0       0.0
own.thanks                    -0.1      -0.1       0.0      -0.1       0.1       0.0       0.0
own.they_did                  -0.4       0.5       0.0       0.0      -0.3       0.4       0.3
own.they_said_yes             -0.1       1.4       0.0      -0.2       0.2      -0.1       0.2
own.third_person              -0.2       0.5       0.4       0.1      -0.2      -0.1       0.0
own.triumphs                   0.1       2.0      -0.2      -0.1       0.3       0.2       0.0
own.troubled                  -0.1      -0.2       0.4       0.2       0.1      -0.1       0.2
own.wants                      1.7      -0.1      -0.2      -0.1       0.0       0.1      -0.1
own.will                      -0.7      -0.4      -0.2      -0.4      -0.3      -0.3      -0.2
own.you_are                    0.1      -0.1       0.1      -0.1       0.2       0.1       0.0
own.you_did                   -0.2       0.2       0.0      -0.1      -0.4       1.3      -0.2
place                         -0.3      -0.6      -0.1      -0.3      -1.1       0.5       0.1
"""
"""`own`: signs of the turn itself; `asked`: of the turn it follows; `answer`: of the next one."""
