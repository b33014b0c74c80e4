"""How fast the coach is: `python -m benchmarks`; and whether it loses anything: `... durability`.

    call.py       a call of one hour, in every format that is read
    measuring.py  processor time, wall time and memory, of a function or of a process
    startup.py    what it costs to start           recapping.py   a transcript into a recap
    parsing.py    a file into turns                keeping.py     a home with calls in it
    searching.py  a search among many notes (minutes)
    durability.py    several programs at once, an index built anew; with killing.py, a program
                  that is killed, and tallying.py, what these trials have in common (minutes)

Processor time is compared with goals, because it hardly depends on what else the machine does;
wall time is given where a person waits for the disk as well.
"""
