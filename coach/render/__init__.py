"""Records into pages: laid out once, and shown alike by every front end.

A page is titled sections of lines with their quotes; how it looks is for the last step to decide.
Words of a call are data here: whatever they hold, they can neither style, link nor command.

    page.py        what a page is, and days, names and quotes as people read them

  a page of
    agenda.py      one's own debts, then the hour     recap.py     what a call came to
    ledger.py      promises, and what is due          promise.py   the life of one
    notes.py       what a search found                patterns.py  what comes back
    relationship.py    the two, their goals, calls    agreement.py how they work together
    phases.py      where the pair is                  roadmap.py   the meetings ahead
    farewell.py    the last meeting, a keepsake

  written as
    terminal.py    text for people at a terminal      markdown.py  text for a file or a chat
    message.py     an agenda as a short message       ics.py       a calendar
    spreadsheet.py the ledger as CSV                  folder.py    a folder of linked files
    exchange.py    a file for the partner's coach     deletion.py  a request to others
    fence.py       data, for a model that reads
"""
