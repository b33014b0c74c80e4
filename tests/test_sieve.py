"""A sieve lets through whatever fits, and little else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import read_transcript
from coach.cues import plain
from coach.dates.reading import RULES
from coach.discretion import cues
from coach.needs import DIGIT, UNKNOWN, needs
from coach.reading.promise.forms import FORMS
from coach.sieve import Sieve

CALLS = sorted((Path(__file__).resolve().parents[1] / "evals" / "cases").glob("*/0?.*"))
TABLES = {
    "secrets": [cue.pattern for cue in cues.OPENING],
    "dates": [rule.pattern.pattern for rule in RULES],
    "promises": [form.pattern for form in FORMS],
}


@pytest.fixture(scope="module")
def said() -> list[str]:
    """Every turn of the published calls."""
    files = [file for file in CALLS if file.name.count(".") == 1]
    return [plain(turn.text) for file in files for turn in read_transcript(file).turns]


@pytest.mark.parametrize("table", TABLES)
def test_what_fits_in_real_talk_is_let_through_in_order(table: str, said: list[str]) -> None:
    patterns = [re.compile(pattern) for pattern in TABLES[table]]
    sieve = Sieve((pattern, pattern.pattern) for pattern in patterns)
    tried = fitted = 0
    for text in said[::5]:
        through = list(sieve.through(text))
        assert through == [pattern for pattern in patterns if pattern in through]
        fits = {pattern for pattern in patterns if pattern.search(text)}
        assert fits <= set(through), text
        tried, fitted = tried + len(through), fitted + len(fits)
    assert 0 < fitted <= tried < 0.4 * len(patterns) * len(said[::5]), "it spares most of the work"


@pytest.mark.parametrize("table", TABLES)
def test_what_is_made_to_fit_is_let_through(table: str) -> None:
    patterns = TABLES[table]

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        pattern = data.draw(st.sampled_from(patterns))
        text = data.draw(
            st.from_regex(pattern.replace(r"\b", "").replace("^", ""), fullmatch=False)
        )
        if re.search(pattern, text):
            assert list(Sieve([("fits", pattern)]).through(text)) == ["fits"]

    check()


def test_what_one_branch_needs_is_not_made_up_by_another() -> None:
    sieve = Sieve([("hush", r"\b(?:keep quiet|say nothing)\b"), ("soon", "soon")])
    assert list(sieve.through("say it, nothing is new")) == ["hush"], "it cannot know better"
    assert list(sieve.through("i keep saying nothing of it")) == [], "saying is not say"
    assert list(sieve.through("keep nothing")) == []
    assert list(sieve.through("keep quiet and say nothing, soon")) == ["hush", "soon"], "once each"


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        ("what is it", "what is it", "whatever, this bit"),
        (r"\bis\b", "it-is-so", "this"),
        (r"\b(?:he|she) (?:is|was)\b", "she was.", "the wasp"),
        (r"^is it$", "is it", "this bit"),
        (r"(?:is|was)\s+it", "this\nit", "is within"),
        (r"that\s*is\b", "thatis", "that it"),
        (r"(?:no|yes)+ man", "yesno man", "nay man"),
        (r"(?:now|yes)(?= it)(?! its) it\b", "now it", "nowhere it"),
        (r"(?=(?:no|yes)) ?\w+ it", "nobody it", "any it"),
        (r"(?:no|yes)(?: \w+)* it\b", "nor yes it", "nor yes bit"),
        (r"(?P<one>no|yes) (?P=one)\b", "no no", "nob nob"),
        (r"\bi (?:\w+ )?n", "i never", "it never"),
        (r"\w\s?[=:]\s?\{", "a = {", "a = b"),
        (r"\d+ days", "10 days", "ten days"),
        (r"q[1-4]\b", "in q3.", "in q"),
        (r"[#*=]{3,}", "###", "no. -- no"),
        (r"^\W*(?:mm+|hm+)\b", "mm, hm", "am him"),
    ],
)
def test_a_word_of_its_own_is_looked_for_as_one(pattern: str, fits: str, does_not: str) -> None:
    sieve = Sieve([("fits", pattern)])
    assert re.search(pattern, fits) and list(sieve.through(fits)) == ["fits"]
    assert not re.search(pattern, does_not) and list(sieve.through(does_not)) == []


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("soon", {"soon"}),
        ("by the (?:end|close) of", {"the"}),
        ("(?:very )?quickly", {"quickly"}),
        ("(?:quickly )+done", {"quickly"}),
        ("soo(?=n)n", {"soon"}),
        ("soon|later", {"soon", "later"}),
        (r"soon|\d", {"soon", DIGIT}),
        (r"soon|\w", UNKNOWN),
        ("(?i:soon)", UNKNOWN),
        ("(?i)soon", UNKNOWN),
        ("(?>soon)", UNKNOWN),
        ("keep|kept", {"keep", "kept"}),
        ("keep(?! [^)]*quiet) it", {"keep"}),
        ("keep (?=.*quiet)it", {"quiet"}),
        ("(?:and )?(?:keep|hold) it", {"keep", "hold"}),
        (r"(?:keep ){2,3}it", {"keep"}),
        (r"(?:keep ){0,3}it", {"it"}),
        ("(?:keep )*?it", {"it"}),
        ("(?P<what>quiet)|hush[])]", {"quiet", "hush"}),
        (r"\u2019soon\.\x41\(then", {"soon."}),
        ("so?n", UNKNOWN),
        (r"the\s?end", {"the"}),
        (r"(\w)\1", UNKNOWN),
        (" ", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_it_knows_what_a_pattern_cannot_do_without(pattern: str, letters: set[str]) -> None:
    assert needs(pattern) == letters
