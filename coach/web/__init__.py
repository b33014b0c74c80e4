"""The coach in a browser, for one person on one machine.

door.py      who may come in          keys.py     the link, the cookie, the password
app.py       the pages put together   showing.py  records into HTML: the templates' only door
pages/       one module for each      templates/  static/  what they are made of
"""
