"""How fast the coach is: `python -m benchmarks`.

    call.py       a call of one hour, in every format that is read
    measuring.py  processor time, wall time and memory, of a function or of a process
    startup.py    what it costs to start           recapping.py   a transcript into a recap
    parsing.py    a file into turns                keeping.py     a home with calls in it

Processor time is compared with goals, because it hardly depends on what else the machine does;
wall time is given where a person waits for the disk as well.
"""
