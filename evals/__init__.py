"""How well the coach reads, in figures: `python -m evals calls evals/cases`.

    words       words in the form in which they are compared
    gold        what there is to find in a call (cases/FORMAT.md)
    cases       calls with gold, and what is known before each of them
    baseline    the plainest reader there could be, as the line to beat
    predicting  cases become recaps, by any reader
    scoring     a recap against its gold: counts, figures and findings
    interval    how far a figure may be off
    result      what one engine reached, as rows of figures and as JSON
    report      a result as tables, findings and changes
    gate        the floor under the main figures
    preparing   cases become agendas, from homes or from recaps without a fault
    calls       the command; `agendas` and `dates` are others

README.md beside this file says what each figure means.
"""
