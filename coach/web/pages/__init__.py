"""The pages, one module for each: what it shows, and what can be done there."""

from coach.web.pages import (
    agenda,
    agreement,
    brief,
    calls,
    closing,
    entrance,
    eyes,
    frameworks,
    home,
    mending,
    prepare,
    promises,
    review,
    settings,
    together,
)

PAGES = tuple(
    page.pages
    for page in (
        *(entrance, home, brief, prepare, agenda, calls, review, mending, promises),
        *(together, agreement, closing, eyes, frameworks, settings),
    )
)
