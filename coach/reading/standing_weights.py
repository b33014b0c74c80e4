"""What each thing heard of a thread is worth for its being a promise, as log odds.

Made by `python -m evals standing DIR... --write` from 96 calls: logistic weights, held small,
with the bias that did best on relationships left out. Learn again with calls of your own rather
than edit a figure here.
"""

from __future__ import annotations

BIAS = -2.46
TABLE = """
weight                        1.34
reason:bare                   0.26
timed                         0.23
echoed                        0.21
form:could                    0.19
labelled                      0.19
said:could                    0.18
said:we_both                  0.16
form:we_both                  0.15
said:result_now               0.15
said:result                   0.14
form:am_doing                 0.13
form:result_now               0.13
said:am_doing                 0.13
conditional                   0.11
reason:once_only              0.11
reason:their_future           0.11
clauses                       0.10
dated                         0.09
reason:answers_a_request      0.09
form:read_back                0.08
said:read_back                0.08
form:result_yours             0.07
reason:due                    0.07
said:result_yours             0.07
reason:what_follows_if        0.06
said:have_it_done             0.06
form:result                   0.05
reason:talk_move              0.04
said:you_get_it               0.04
form:you_get_it               0.03
reason:asked_as_a_question    0.03
reason:firmly                 0.03
weight_squared                0.03
said:can                      0.02
asked                         0.01
requested                     0.01
form:will_not                -0.02
said:will_not                -0.02
form:can                     -0.03
reason:to_somebody           -0.03
said:offer                   -0.05
reason:long_answer           -0.07
form:request                 -0.08
said:let_me                  -0.08
form:let_me                  -0.09
said:we_will                 -0.09
form:have_to                 -0.10
form:we_will                 -0.10
reason:in_greeting           -0.10
reason:laughed_at            -0.10
said:have_to                 -0.10
said:request                 -0.10
form:present                 -0.11
reason:intended              -0.12
said:will                    -0.12
form:will                    -0.19
form:want_to                 -0.20
said:present                 -0.22
reason:to_the_partner        -0.23
said:want_to                 -0.24
reason:welcomed              -0.28
reason:asked_for             -0.30
reason:said_into_the_air     -0.35
reason:names_a_thing         -0.50
"""
"""`form`: of its best clause; `said`: of any clause; `reason`: what speaks for or against it."""
