"""Every sign fits its own example, stops at its counter-example, and can be looked up."""

from __future__ import annotations

import pytest

from coach.cues import Cue, plain
from coach.reading.moments.listening import Sign, Signs, retold, words_of
from coach.reading.moments.signs import SIGNS
from coach.reading.moments.signs.scales import SCALES
from coach.reading.moments.signs.slippage import REASONS
from coach.reading.speech import sentences
from coach.sieve import Sieve


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
def test_a_sign_fits_its_example_and_not_its_counter_example(sign: Cue) -> None:
    sieve = Sieve([(sign, sign.pattern)])
    assert sign.search(plain(sign.fits)) and list(sieve.through(plain(sign.fits))) == [sign]
    assert not sign.search(plain(sign.but_not))


def test_every_weight_is_of_something_that_a_turn_can_show() -> None:
    weighed = {name.partition(".")[2] for scale in SCALES.values() for name in scale.weights}
    signs = {sign.name for sign in SIGNS}
    shape = {"open", "closed", "brief", "long", "length", "echoes", "past", "new", "by_name"}
    persons = {"first_person", "second_person", "third_person"}
    assert weighed - {""} <= signs | shape | persons


@pytest.mark.parametrize("sign", REASONS, ids=lambda sign: sign.name)
def test_a_reason_fits_its_example_and_not_its_counter_example(sign: Sign) -> None:
    signs = Signs([sign])
    assert [found.name for found in signs.found(plain(sign.fits))] == [sign.name]
    assert not list(signs.found(plain(sign.but_not)))


@pytest.mark.parametrize("table", [SIGNS, REASONS], ids=["signs", "reasons"])
def test_no_two_signs_of_a_table_share_a_name(table: tuple[Cue, ...]) -> None:
    assert len({sign.name for sign in table}) == len(table)


@pytest.mark.parametrize("sign", REASONS, ids=lambda sign: sign.name)
def test_the_words_of_a_sign_are_words_as_a_sentence_has_them(sign: Sign) -> None:
    for word in sign.words.split():
        assert words_of(plain(word)) == [word]


def test_words_retold_keep_the_talk_and_drop_hesitation_and_stutter() -> None:
    said = sentences(["So, um, I, I rang him, er, straight off."], ["Sam Reid"])
    assert retold(said) == "I rang him straight off."
