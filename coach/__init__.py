"""Prepare every mentoring call from what was really said, and keep what was promised.

`Coach` is one person's coach over one home; the other names are what it takes and gives. Each is
imported when it is first asked for, so `import coach` itself costs next to nothing.

>>> from coach import read_transcript_text
>>> call = read_transcript_text("Dana: I'll send the outline by Friday.")
>>> call.turns[0].speaker
'Dana'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.after import Fault
    from coach.app import Coach
    from coach.config import Settings
    from coach.drafting import Drafted, HandedIn, Sending
    from coach.errors import (
        CoachError,
        ConsentError,
        LibraryError,
        ModelError,
        StoreError,
        TranscriptError,
        UnknownError,
        UserError,
    )
    from coach.library import Framework, Question, load_framework
    from coach.models import Budget, Chat, Completion, Ladder, Model, RawAnswer, Schema, Scripted
    from coach.models.langchain import LangChainChat
    from coach.models.openai import OpenAIChat
    from coach.past import Covered, Past
    from coach.promises import Due, Lives, Reminder, Step
    from coach.reading import Call, Reader
    from coach.reading.offline import OfflineReader
    from coach.reading.proposing import ModelReader
    from coach.records import (
        Agenda,
        AgendaItem,
        Agreement,
        ClosingAnswer,
        Commitment,
        Consent,
        Coverage,
        Cut,
        Ending,
        Evidence,
        Farewell,
        Feedback,
        FollowUp,
        Goal,
        GoalState,
        GoalStory,
        HeardOnce,
        Hit,
        Initials,
        Keepsake,
        LeftOpen,
        LetterState,
        Lingering,
        Measure,
        MeasureReading,
        Meeting,
        Milestone,
        NextCall,
        NextMeeting,
        Note,
        Observation,
        Pattern,
        Patterns,
        Person,
        Phases,
        PhaseSign,
        Point,
        Recap,
        Record,
        Reflection,
        Relationship,
        Roadmap,
        Session,
        Shared,
        SharedDay,
        SharedGoal,
        SharedNever,
        SharedPromise,
        SharedQuote,
        Slippage,
        Slipped,
        Source,
        Stretch,
        Talk,
        Term,
        Thanks,
        Topic,
        Transcript,
        TrustMoment,
        Turn,
        Unsupported,
        Update,
        Usage,
        UsefulState,
        Withheld,
    )
    from coach.records.claims import Claims, Reading
    from coach.rewording import Dialogue, Reworder
    from coach.sharing import Brought, Paper
    from coach.store import Answer, Change, Receipt, Struck
    from coach.tools import (
        AgendaRunnable,
        CoachEmbeddings,
        CoachRetriever,
        RecapRunnable,
        coach_tools,
    )
    from coach.transcript import read_transcript, read_transcript_text

__version__ = "0.1.0"

__all__ = [
    "Agenda",
    "AgendaItem",
    "AgendaRunnable",
    "Agreement",
    "Answer",
    "Brought",
    "Budget",
    "Call",
    "Change",
    "Chat",
    "Claims",
    "ClosingAnswer",
    "Coach",
    "CoachEmbeddings",
    "CoachError",
    "CoachRetriever",
    "Commitment",
    "Completion",
    "Consent",
    "ConsentError",
    "Coverage",
    "Covered",
    "Cut",
    "Dialogue",
    "Drafted",
    "Due",
    "Ending",
    "Evidence",
    "Farewell",
    "Fault",
    "Feedback",
    "FollowUp",
    "Framework",
    "Goal",
    "GoalState",
    "GoalStory",
    "HandedIn",
    "HeardOnce",
    "Hit",
    "Initials",
    "Keepsake",
    "Ladder",
    "LangChainChat",
    "LeftOpen",
    "LetterState",
    "LibraryError",
    "Lingering",
    "Lives",
    "Measure",
    "MeasureReading",
    "Meeting",
    "Milestone",
    "Model",
    "ModelError",
    "ModelReader",
    "NextCall",
    "NextMeeting",
    "Note",
    "Observation",
    "OfflineReader",
    "OpenAIChat",
    "Paper",
    "Past",
    "Pattern",
    "Patterns",
    "Person",
    "PhaseSign",
    "Phases",
    "Point",
    "Question",
    "RawAnswer",
    "Reader",
    "Reading",
    "Recap",
    "RecapRunnable",
    "Receipt",
    "Record",
    "Reflection",
    "Relationship",
    "Reminder",
    "Reworder",
    "Roadmap",
    "Schema",
    "Scripted",
    "Sending",
    "Session",
    "Settings",
    "Shared",
    "SharedDay",
    "SharedGoal",
    "SharedNever",
    "SharedPromise",
    "SharedQuote",
    "Slippage",
    "Slipped",
    "Source",
    "Step",
    "StoreError",
    "Stretch",
    "Struck",
    "Talk",
    "Term",
    "Thanks",
    "Topic",
    "Transcript",
    "TranscriptError",
    "TrustMoment",
    "Turn",
    "UnknownError",
    "Unsupported",
    "Update",
    "Usage",
    "UsefulState",
    "UserError",
    "Withheld",
    "__version__",
    "coach_tools",
    "load_framework",
    "read_transcript",
    "read_transcript_text",
]

# Where the names above are looked for: the rooms that cost least to enter come first.
_ROOMS = (
    "errors records records.claims transcript library models models.openai models.langchain"
    " reading reading.offline reading.proposing promises past after drafting app config"
    " rewording sharing store tools"
).split()

if not TYPE_CHECKING:  # a type checker is to miss what is not there

    def __getattr__(name: str) -> object:
        if name in __all__:
            from importlib import import_module

            for room in _ROOMS:
                found = getattr(import_module(f"coach.{room}"), name, None)
                if found is not None:
                    globals()[name] = found
                    return found
        raise AttributeError(f"module 'coach' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
