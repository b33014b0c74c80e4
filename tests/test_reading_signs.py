"""Every sign fits its own example, stops at its counter-example, and can be looked up."""

from __future__ import annotations

import pytest

from coach.cues import plain
from coach.reading.listening import Sign, Signs, retold, words_of
from coach.reading.signs import POINTS
from coach.reading.signs.feedback import ASKED, GIVEN
from coach.reading.signs.slippage import REASONS
from coach.reading.signs.trust import MISSED, SHOWN
from coach.reading.speech import sentences

TABLES = {"points": POINTS, "feedback": ASKED + GIVEN, "trust": SHOWN + MISSED, "slippage": REASONS}
SIGNS = [sign for table in TABLES.values() for sign in table]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
def test_a_sign_fits_its_example_and_not_its_counter_example(sign: Sign) -> None:
    signs = Signs([sign])
    assert [found.name for found in signs.found(plain(sign.fits))] == [sign.name]
    assert not list(signs.found(plain(sign.but_not)))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_two_signs_of_a_table_share_a_name(table: tuple[Sign, ...]) -> None:
    assert len({sign.name for sign in table}) == len(table)


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
def test_the_words_of_a_sign_are_words_as_a_sentence_has_them(sign: Sign) -> None:
    for word in sign.words.split():
        assert words_of(plain(word)) == [word]


def test_words_retold_keep_the_talk_and_drop_hesitation_and_stutter() -> None:
    said = sentences(["So, um, I, I rang him, er, straight off."], ["Sam Reid"])
    assert retold(said) == "I rang him straight off."
