"""What shows how much that silence is asked for in earnest, as log odds.

Made by `python -m evals earnest DIR... --excerpts FILE... --write` from 449 places: logistic
weights, held small. Learn again with talk of your own rather than edit a figure here.
"""

from __future__ import annotations

BIAS = 0.76
ENOUGH = 0.0
"""The least weight from which talk after the telling is withheld, too."""
TABLE = """
signs                     0.91
near_a_matter             0.47
cue_closes                0.46
words_told                0.42
names_told                0.37
agreed                    0.32
offered                   0.32
room_made                 0.31
answer_feels              0.26
of_oneself                0.25
kind_pictures             0.22
telling_again             0.19
telling_in_ways           0.17
by_formula                0.16
near_entrusted            0.16
near_unsaid               0.16
taken_in                  0.16
near_pledged              0.15
of_somebody               0.15
answer_brief              0.14
near_unknown              0.14
kind_confides             0.11
scope_third_party_secret  0.11
near_apart                0.10
if                        0.08
kind_spares               0.08
kind_delicate             0.06
kind_private              0.04
kind_assures              0.03
near_feared              -0.01
kind_announces           -0.02
scope_off_record         -0.03
has_signs                -0.04
kind_promises            -0.04
kind_meets               -0.05
near_felt                -0.06
kind_asks                -0.07
scope_between_us         -0.08
kind_mutes               -0.09
kind_untold              -0.09
at_once                  -0.10
heartfelt                -0.11
answer_pledges           -0.12
answer_full              -0.16
cue_opens                -0.17
near_barred              -0.17
near_unpublished         -0.17
dates                    -0.18
near_unwritten           -0.18
answer_laughs            -0.19
kind_unpublished         -0.20
long                     -0.20
answer_asks              -0.29
bars_telling             -0.33
laughter                 -0.37
delight                  -0.47
"""
