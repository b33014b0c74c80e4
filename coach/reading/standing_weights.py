"""What each thing heard of a thread is worth for its being a promise, as log odds.

Made by `python -m evals standing DIR... --write` from 80 calls: logistic weights, held small,
with the bias that did best on relationships left out. Learn again with calls of your own rather
than edit a figure here.
"""

from __future__ import annotations

BIAS = -2.7
TABLE = """
weight                        1.47
reason:bare                   0.22
echoed                        0.20
timed                         0.19
form:could                    0.18
labelled                      0.18
said:am_doing                 0.18
form:am_doing                 0.17
said:could                    0.17
reason:their_future           0.15
said:result_now               0.14
form:result_now               0.13
dated                         0.12
reason:once_only              0.12
said:result                   0.12
clauses                       0.11
said:we_both                  0.11
form:we_both                  0.10
reason:due                    0.09
form:read_back                0.08
reason:what_follows_if        0.08
said:read_back                0.08
conditional                   0.07
form:result                   0.06
form:result_yours             0.06
said:result_yours             0.06
reason:answers_a_request      0.05
reason:talk_move              0.04
said:you_get_it               0.04
form:you_get_it               0.03
reason:asked_as_a_question    0.03
reason:firmly                 0.02
reason:not_an_act             0.02
weight_squared                0.02
asked                         0.01
said:can                     -0.02
said:request                 -0.03
form:can                     -0.04
reason:in_greeting           -0.04
form:request                 -0.05
reason:to_somebody           -0.05
said:will_not                -0.06
form:have_to                 -0.07
form:will_not                -0.07
said:let_me                  -0.07
form:let_me                  -0.08
reason:intended              -0.09
said:have_to                 -0.09
form:present                 -0.10
reason:laughed_at            -0.11
form:we_will                 -0.12
said:we_will                 -0.12
said:present                 -0.14
said:will                    -0.14
form:want_to                 -0.16
reason:asked_for             -0.17
reason:to_the_partner        -0.20
form:will                    -0.21
said:want_to                 -0.21
reason:said_into_the_air     -0.28
reason:welcomed              -0.30
reason:names_a_thing         -0.46
"""
"""`form`: of its best clause; `said`: of any clause; `reason`: what speaks for or against it."""
