"""Candidate promises: every place where one of the two may have said that they will do something.

promises     in a form that carries a promise; weighing    what speaks for it and against
bearing      whom it is for, what it is tied to; narrating    a tale in the present tense
refraining   what one will not do, and for how long
requests     asked for and taken on; proposals    offered, and taken
exchanges    one deed for each of the two; pledging    a bare answer to "what will you do?"
uptake       a thought that a later turn makes a promise; releasing    what need not be done
undone       not done yet, and asked for again; conditions    what an offer waits for
"""
