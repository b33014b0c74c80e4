"""The coach inside a chat client: tools, prompts and resources of the Model Context Protocol.

The client's own model does the language work; nothing here asks a model, and nothing is sent but
what the client asks for. Each tool is a plain function with plain arguments.

    server.py    what a client sees           tools/       a function a tool, by subject
    desk.py      which room, which folders    answers.py   what tools give: a page, and records
    fence.py     words of a call are data     consent.py   a person's yes
    prompts.py   slash commands               resources.py    pages by address
    http.py      on a port of this machine    hosts.py     what clients want in their settings
"""
