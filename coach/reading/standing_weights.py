"""What each thing heard of a thread is worth for its being a promise, as log odds.

Made by `python -m evals standing DIR... --write` from 80 calls: logistic weights, held small,
with the bias that did best on relationships left out. Learn again with calls of your own rather
than edit a figure here.
"""

from __future__ import annotations

BIAS = -1.49
TABLE = """
weight                        0.34
weight_squared                0.27
timed                         0.24
reason:bare                   0.22
echoed                        0.21
labelled                      0.18
dated                         0.17
reason:their_future           0.17
form:could                    0.16
reason:once_only              0.16
said:could                    0.14
said:result                   0.14
form:am_doing                 0.13
said:am_doing                 0.13
said:result_now               0.13
form:result_now               0.12
said:we_both                  0.12
form:we_both                  0.11
conditional                   0.10
clauses                       0.09
form:read_back                0.09
reason:what_follows_if        0.09
said:read_back                0.09
form:result                   0.08
reason:due                    0.08
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
form:request                 -0.04
form:can                     -0.05
reason:in_greeting           -0.05
reason:to_somebody           -0.05
said:let_me                  -0.06
form:let_me                  -0.07
form:will_not                -0.08
said:will_not                -0.08
form:have_to                 -0.09
reason:intended              -0.09
said:will                    -0.09
form:we_will                 -0.10
said:we_will                 -0.10
reason:laughed_at            -0.11
form:present                 -0.12
said:have_to                 -0.12
form:want_to                 -0.15
form:will                    -0.16
reason:asked_for             -0.16
said:present                 -0.16
said:want_to                 -0.20
reason:to_the_partner        -0.21
reason:said_into_the_air     -0.26
reason:welcomed              -0.29
reason:names_a_thing         -0.49
"""
"""`form`: of its best clause; `said`: of any clause; `reason`: what speaks for or against it."""
