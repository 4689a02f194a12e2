"""What the format of a file sets off: bold labels, voices, headings."""

from __future__ import annotations

from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

PAGE = """<h1>Debate</h1>
<p><b>Mr. Adler:</b> I begin with the harbour.</p><p><b>Mrs. Brand:</b> I answer him.</p>
<h2>The harbour dues</h2><p><b>Mr. Adler:</b> They are too high.</p><p>Note: it is so.</p>"""


def names_of(transcript: Transcript) -> list[str | None]:
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    return [names.get(turn.speaker or "") for turn in transcript.turns]


def test_bold_labels_and_headings_of_a_page() -> None:
    transcript = read(PAGE.encode(), "debate.html")
    assert names_of(transcript) == ["Mr. Adler", "Mrs. Brand", "Mr. Adler"]
    assert [block.text for block in transcript.of_kind(Kind.HEADING)] == ["The harbour dues"]


def test_bold_labels_and_headings_of_markdown() -> None:
    text = "# Talk\n\n**Ann:** One.\n\n**Bob**: Two.\n\n## Part two\n\n**Ann:** Three.\n"
    transcript = read(text.encode(), "talk.md")
    assert names_of(transcript) == ["Ann", "Bob", "Ann"]
    assert [block.text for block in transcript.of_kind(Kind.HEADING)] == ["## Part two"]


def test_a_voice_is_a_label_though_it_is_the_only_one() -> None:
    cues = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ms Adler>Salt: it is white.\n"
    transcript = read(cues.encode(), "lecture.vtt")
    assert names_of(transcript) == ["Ms Adler"]


def test_bold_words_that_do_not_recur_are_no_labels() -> None:
    text = "**Note:** this is one.\n\n**Salt:** it is white.\n\n**Pepper:** it is black.\n"
    assert read(text.encode(), "list.md").turns == ()
