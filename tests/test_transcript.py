"""Every format gives the same turns: those of one short call, written in all of them by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach.records import Transcript
from coach.transcript import digest, read_transcript, read_transcript_text

SAMPLES = Path(__file__).parent / "samples" / "transcripts"
CALL = [
    ("Ada Lind", "Hi, Bo. Is it raining there?"),
    ("Bo Okafor", "It is. I'll send you the draft by Friday, & the figures."),
    ("Ada Lind", "Good. I will read it on the train."),
    ("Ada Lind", "Two things: the title, and the end."),
    ("Bo Okafor", "Thank you, Ada."),
]


def turns_of(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def said(text: str) -> list[tuple[str | None, str]]:
    return turns_of(read_transcript_text(text))


def docx(path: Path, lines: list[str], table: bool = False) -> Path:
    from docx import Document

    document = Document()
    for line in lines:
        if not table:
            document.add_paragraph(line)
    if table:
        rows = document.add_table(rows=0, cols=3)
        for line in lines:
            name, _, words = line.partition(": ")
            for cell, text in zip(rows.add_row().cells, ("00:01", name, words), strict=True):
                cell.text = text
    document.save(str(path))
    return path


FORMATS = {
    "zoom.vtt": "zoom-vtt",
    "teams.vtt": "teams-vtt",
    "voices.vtt": "vtt",
    "sloppy.vtt": "srt",
    "change.srt": "srt",
    "youtube.sbv": "sbv",
    "otter.txt": "otter-txt",
    "meet.txt": "google-meet",
    "meet.md": "google-meet",
    "notes.md": "markdown",
    "plain.txt": "text",
    "clocks.txt": "text",
    "zoom.chat.txt": "zoom-chat",
    "chat_to_everyone.txt": "zoom-chat",
    "whisper.json": "whisper-json",
    "whisperx.json": "whisper-json",
    "fireflies.json": "fireflies-json",
    "granola.json": "granola-json",
    "turns.json": "json",
}


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_format_gives_the_turns_of_the_call(name: str) -> None:
    transcript = read_transcript(SAMPLES / name)
    assert turns_of(transcript) == CALL
    assert (transcript.format, transcript.source) == (FORMATS[name], name)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_the_content_tells_the_format_and_the_suffix_does_not(name: str, tmp_path: Path) -> None:
    misnamed = tmp_path / "call.dat"
    misnamed.write_bytes((SAMPLES / name).read_bytes())
    assert turns_of(read_transcript(str(misnamed))) == CALL


def test_times_are_seconds_from_the_start() -> None:
    second = read_transcript(SAMPLES / "zoom.vtt").turns[1]
    assert (second.start, second.end) == (3.9, 9.05)
    assert read_transcript(SAMPLES / "otter.txt").turns[2].start == 9
    assert read_transcript(SAMPLES / "granola.json").turns[1].start == pytest.approx(2.7)
    assert read_transcript(SAMPLES / "meet.txt").turns[1].start is None
    assert read_transcript(SAMPLES / "chat_to_everyone.txt").turns[1].start is None


@pytest.mark.parametrize(
    ("name", "title", "held_on"),
    [
        ("otter.txt", "Ada and Bo", date(2026, 3, 3)),
        ("meet.txt", "Ada / Bo", datetime.fromisoformat("2026-03-03T17:00+05:30")),
        ("meet.md", "Ada / Bo", datetime(2026, 3, 3, 17, tzinfo=UTC)),
        ("notes.md", "Ada and Bo, third call", date(2026, 3, 3)),
        ("fireflies.json", "Ada and Bo", datetime(2026, 3, 3, 17, tzinfo=UTC)),
        ("plain.txt", None, None),  # 12 02 2026 is two days, or one
        ("zoom.vtt", None, None),
    ],
)
def test_title_and_day_are_what_the_file_states(
    name: str, title: str | None, held_on: date | None
) -> None:
    transcript = read_transcript(SAMPLES / name)
    assert (transcript.title, transcript.held_on) == (title, held_on)


def test_two_days_above_the_words_are_no_day() -> None:
    lines = "Call of 3 March 2026\nNext: April 7, 2026\n\nAda: Hello.\nBo: Hi."
    assert read_transcript_text(lines).held_on is None
    assert read_transcript_text("Exported 3 March 2026\n\nAda: Hello.\nBo: Hi.").held_on is None


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["zoom.vtt", "change.srt", "otter.txt", "plain.txt", "turns.json"])
def test_encoding_and_line_ends_change_no_word(
    name: str, end: str, encoding: str, tmp_path: Path
) -> None:
    text = (SAMPLES / name).read_text("utf-8").replace("Friday", "Friday – señor").replace("•", "-")
    copy = tmp_path / "copy"
    copy.write_bytes(text.replace("\n", end).encode(encoding))
    assert read_transcript(copy).turns == read_transcript_text(text).turns


def test_a_few_bad_bytes_leave_utf8_what_it_is(tmp_path: Path) -> None:
    cut = tmp_path / "cut.txt"
    cut.write_bytes("Zoë: Größe, señor, naïve.\nBo: Açaí, çok güzel é".encode()[:-1])
    assert read_transcript(cut).turns[0].text == "Größe, señor, naïve."


def test_the_digest_is_of_speakers_and_words_alone() -> None:
    digests = {digest(read_transcript(path)) for path in SAMPLES.iterdir()}
    assert len(digests) == 1
    text = (SAMPLES / "plain.txt").read_text()
    assert digest(read_transcript_text(text.replace("'", "’").replace("&", " & "))) in digests
    assert digest(read_transcript_text(text.replace("Friday", "Monday"))) not in digests
    assert digest(read_transcript_text(text.replace("Bo Okafor:", "Ada Lind:"))) not in digests


def test_docx_is_read_as_the_text_in_it(tmp_path: Path) -> None:
    meet = docx(tmp_path / "a.docx", (SAMPLES / "meet.txt").read_text().split("\n"))
    transcript = read_transcript(meet)
    assert turns_of(transcript) == CALL
    assert transcript.format == "google-meet-docx"
    assert transcript.held_on == datetime.fromisoformat("2026-03-03T17:00+05:30")
    blocks = [f"{name}   0:0{at}\n{words}" for at, (name, words) in enumerate(CALL)]
    assert turns_of(read_transcript(docx(tmp_path / "b.docx", blocks))) == CALL
    lines = [f"{name}: {words}" for name, words in CALL]
    assert turns_of(read_transcript(docx(tmp_path / "c.docx", lines))) == CALL
    assert turns_of(read_transcript(docx(tmp_path / "d.docx", lines, table=True))) == CALL


HEADERS = (
    "{name}  {time}",
    "{name}\t{time}",
    "{name} {time}",
    "{name} ({time})",
    "{name} ({time}):",
    "[{name}] 00:{time}",
    "**{name}** {time}",
    "00:{time} {name}",
    "[{time}] - {name}",
)


@pytest.mark.parametrize("header", HEADERS)
def test_header_blocks_come_in_many_shapes(header: str) -> None:
    blocks = [
        header.format(name=name, time=f"00:0{at}") + f"\n{words}\n"
        for at, (name, words) in enumerate(CALL)
    ]
    transcript = read_transcript_text("\n".join(blocks))
    assert turns_of(transcript) == CALL
    assert [turn.start for turn in transcript.turns] == [0, 1, 2, 3, 4]


def test_a_time_in_a_turn_makes_no_header() -> None:
    text = "Ana: Come to the cafe\nCafe Nero 7:30\nor watch (0:03)\nBen: Yes."
    assert said(text) == [
        ("Ana", "Come to the cafe Cafe Nero 7:30 or watch (0:03)"),
        ("Ben", "Yes."),
    ]


# --- who speaks, cue by cue ----------------------------------------------------------------------


def cues(*payloads: str, mark: str = ",") -> str:
    timed = (
        f"{at}\n00:00:0{at}{mark}000 --> 00:00:0{at}{mark}900\n{words}"
        for at, words in enumerate(payloads)
    )
    return "\n\n".join(timed)


def test_in_srt_the_speaker_goes_on_until_the_next_label() -> None:
    assert said(cues("ANA: One.", "Two.", "BEN: Three.", "Four.", "ANA: Five.")) == [
        ("ANA", "One."),
        ("ANA", "Two."),
        ("BEN", "Three."),
        ("BEN", "Four."),
        ("ANA", "Five."),
    ]


def test_a_subtitle_without_labels_has_no_speakers() -> None:
    assert said(cues("One thing: this.", "- Two.\n- Three.", "Four.", "Five.")) == [
        (None, "One thing: this."),
        (None, "- Two. - Three."),
        (None, "Four."),
        (None, "Five."),
    ]


def test_a_cue_of_two_labelled_lines_is_two_turns() -> None:
    assert said(cues("ANA: One.\nBEN: Two.", "BEN: Three.")) == [
        ("ANA", "One."),
        ("BEN", "Two."),
        ("BEN", "Three."),
    ]


def test_a_sound_in_brackets_is_nobody() -> None:
    assert said(cues("[Ana] One.", "[laughter]", "[MUSIC]", "[Ben] Two.", "[Ana] Three.")) == [
        ("Ana", "One."),
        ("Ana", "[laughter]"),
        ("Ana", "[MUSIC]"),
        ("Ben", "Two."),
        ("Ana", "Three."),
    ]


def test_an_unmarked_change_of_speaker_ends_the_speaker() -> None:
    turns = said(cues(">> Ana: One.", ">> Two.", ">> Ana: Three."))
    assert [speaker for speaker, _ in turns] == ["Ana", None, "Ana"]


def test_a_zoom_cue_without_a_label_is_nobodys_where_every_cue_has_one() -> None:
    text = "WEBVTT\n\n" + cues("Ana: One.", "Ana: Two.", "Three.", "Ben: Four.", mark=".")
    assert [turn.speaker for turn in read_transcript_text(text).turns] == [
        "Ana",
        "Ana",
        None,
        "Ben",
    ]


def test_words_outside_every_voice_are_nobodys() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Joe>Hee!</v> Ha.\n<v Joe>Ho,</v> <v Joe>ho.</v>"
    assert said(text) == [("Joe", "Hee!"), (None, "Ha."), ("Joe", "Ho, ho.")]


@pytest.mark.parametrize(
    "label",
    [
        "DOYLE, Maureen (NORTHERN DALES TRUST)",
        "+44 7700 900417",
        "Speaker 1",
        "SPEAKER_00",
        "Lachie's iPad",
        "Karim T. (matkt)",
        "vitalik.eth",
        "jo b.",
        "Łukasz Rozmej",
        "田中太郎",
        "Akash | ECH",
        "I",
        "🙂",
    ],
)
def test_whatever_speaks_on_every_line_is_a_label(label: str) -> None:
    assert said(f"{label}: One.\nBo: Two: three.\n{label}: Four.") == [
        (label, "One."),
        ("Bo", "Two: three."),
        (label, "Four."),
    ]


def test_a_colon_in_the_middle_of_a_turn_makes_no_speaker() -> None:
    shopping = "I have a list.\nNext: milk.\nTwo things: tea,\nand what I wanted: rest."
    text = f"Ana: {shopping}\nBen: Yes.\nAna: So."
    assert said(text) == [
        ("Ana", "I have a list. Next: milk. Two things: tea, and what I wanted: rest."),
        ("Ben", "Yes."),
        ("Ana", "So."),
    ]


def test_controls_and_direction_overrides_are_no_words() -> None:
    text = "Ana\u202e: a\x00b\u2066c\x1bd\x0ce\nBo: &amp; \ud800f"
    assert said(text) == [("Ana", "abcd e"), ("Bo", "&amp; f")]
    nested = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>x&#x202e;y</v>"
    assert said(nested) == [("Ana", "xy")]


def test_an_empty_cue_is_no_turn() -> None:
    assert said(cues("Ana: One.", "", "Ana:", "Ana: Two.")) == [("Ana", "One."), ("Ana", "Two.")]


def test_a_segment_that_whisperx_gives_to_two_is_nobodys() -> None:
    words = '"words": [{"word": "a", "speaker": "A"}, {"word": "b", "speaker": "B"}]'
    text = f'{{"segments": [{{"text": "a b", {words}}}, {{"text": "c", "speaker": 0}}]}}'
    assert said(text) == [(None, "a b"), ("0", "c")]


def test_nan_beside_the_words_does_no_harm() -> None:
    text = '{"segments": [{"text": "Hello.", "start": 0, "end": 1, "avg_logprob": NaN}]}'
    assert said(text) == [(None, "Hello.")]
