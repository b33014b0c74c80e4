"""What each thing heard of a thread is worth for its being a promise, as log odds.

Made by `python -m evals standing DIR... --write` from 80 calls: logistic weights, held small,
with the bias that did best on relationships left out. Learn again with calls of your own rather
than edit a figure here.
"""

from __future__ import annotations

BIAS = -1.45
TABLE = """
weight                        0.32
weight_squared                0.28
timed                         0.22
reason:bare                   0.21
echoed                        0.20
labelled                      0.18
reason:their_future           0.18
form:could                    0.16
reason:once_only              0.16
said:could                    0.15
said:result                   0.14
said:result_now               0.14
dated                         0.13
form:result_now               0.13
said:we_both                  0.13
form:we_both                  0.11
reason:due                    0.11
conditional                   0.10
form:am_doing                 0.10
form:read_back                0.10
reason:what_follows_if        0.10
said:am_doing                 0.10
said:read_back                0.10
form:result                   0.08
clauses                       0.07
form:result_yours             0.07
said:result_yours             0.07
reason:answers_a_request      0.05
said:you_get_it               0.04
form:you_get_it               0.03
reason:asked_as_a_question    0.03
reason:firmly                 0.03
reason:talk_move              0.03
asked                         0.02
reason:not_an_act             0.01
requested                     0.01
said:can                     -0.02
said:request                 -0.02
reason:long_answer           -0.03
form:can                     -0.04
form:request                 -0.04
reason:to_somebody           -0.04
reason:in_greeting           -0.05
said:let_me                  -0.06
form:let_me                  -0.07
form:have_to                 -0.08
form:will_not                -0.08
said:will_not                -0.08
reason:intended              -0.09
said:will                    -0.09
form:we_will                 -0.10
said:we_will                 -0.10
reason:laughed_at            -0.11
said:have_to                 -0.11
form:present                 -0.12
form:want_to                 -0.14
form:will                    -0.16
said:present                 -0.16
reason:asked_for             -0.17
said:want_to                 -0.19
reason:to_the_partner        -0.22
reason:said_into_the_air     -0.25
reason:welcomed              -0.27
reason:names_a_thing         -0.50
"""
"""`form`: of its best clause; `said`: of any clause; `reason`: what speaks for or against it."""
