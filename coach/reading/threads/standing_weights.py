"""What each thing heard of a thread is worth for its being a promise, as log odds.

Made by `python -m evals standing DIR... --write` from 112 calls: logistic weights, held small,
with the bias that did best on relationships left out. Learn again with calls of your own rather
than edit a figure here.
"""

from __future__ import annotations

BIAS = -2.33
TABLE = """
weight                        1.31
reason:bare                   0.25
said:result                   0.18
said:we_both                  0.18
form:could                    0.17
timed                         0.17
form:we_both                  0.16
said:could                    0.16
reason:their_future           0.15
labelled                      0.14
reason:in_exchange            0.13
reason:once_only              0.13
said:result_now               0.13
echoed                        0.12
form:am_doing                 0.12
said:am_doing                 0.12
form:result_now               0.11
conditional                   0.10
said:have_it_done             0.09
clauses                       0.08
form:read_back                0.08
form:result                   0.08
said:can                      0.08
said:read_back                0.08
dated                         0.07
form:have_it_done             0.07
reason:what_follows_if        0.07
weight_squared                0.06
form:result_yours             0.05
reason:talk_move              0.05
said:result_yours             0.05
reason:asked_as_a_question    0.04
reason:due                    0.04
reason:firmly                 0.04
form:can                      0.03
form:will_not                 0.03
said:will_not                 0.03
asked                         0.01
reason:to_somebody            0.01
said:you_get_it              -0.01
form:you_get_it              -0.02
reason:answers_a_request     -0.02
said:offer                   -0.04
form:request                 -0.05
reason:long_answer           -0.05
form:present                 -0.06
reason:now                   -0.06
requested                    -0.06
reason:not_an_act            -0.07
reason:in_greeting           -0.10
reason:laughed_at            -0.11
said:we_will                 -0.11
form:have_to                 -0.12
form:we_will                 -0.12
said:have_to                 -0.12
said:let_me                  -0.12
form:let_me                  -0.14
form:want_to                 -0.16
said:present                 -0.16
said:will                    -0.16
reason:intended              -0.17
said:request                 -0.19
said:want_to                 -0.23
form:will                    -0.24
reason:asked_for             -0.29
reason:to_the_partner        -0.32
reason:welcomed              -0.36
reason:said_into_the_air     -0.39
reason:names_a_thing         -0.50
"""
"""`form`: of its best clause; `said`: of any clause; `reason`: what speaks for or against it."""
