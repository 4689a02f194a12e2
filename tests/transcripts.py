"""Strategies for hypothesis: texts as transcripts are, and as no transcript should be."""

from __future__ import annotations

from hypothesis import strategies as st

_LINES = [
    "View settings",
    "Official website of the President of Russia",
    "Meeting with scientists",
    "March 4, 2016, Moscow",
    "March 4, 2016",
    "16:30",
    "The Kremlin, Moscow",
    "Vladimir Putin met with scientists.",
    "* * *",
    "President of Russia Vladimir\u00a0Putin: Good afternoon.",
    "Vladimir Putin:To begin with, I thank you.",
    "Vladimir Putin:",
    "Vladimir Putin. Yes.",
    "\u00a0Anna Petrova:  Thank you \t very much. ",
    "Paolo Gentiloni (retranslated): Thank you.",
    "Question: Why?",
    "Remark: (Laughter.)",
    "Ivan Petrov: <…>",
    "<…>",
    "[…]",
    "(Applause.)",
    "(The lights go out.)",
    "(In her remarks, Head of the Fund [in Moscow] Anna Petrova spoke about the fund's work.)",
    "(Mr Petrov went on to describe all of the payments <…> in detail.)",
    "Excerpts from transcript of the meeting",
    "Part 2",
    "Thank you for the [first] question (Applause) and (Yakutia) for <…> you. (Recites a poem.)",
    "”We have put together an effective team of professionals.“",
    "You had an outstanding ancestor: your grandfather was a commander.",
    "To be continued",
    "a < b && c > d ]]> <!-- --> <?pi?> &amp;",
    "He spoke [to the <…> Assembly (Applause.)] today (Laughter [long].) and <… [x]>.",
    "May 9, 1945, was the day that my father came home.",
    "\u3000",
    "Anna Petrova:\u2003",
    "\u2028 Mr Petrov: Yes.",
    "Mrs Petrov: No.",
    "Patriarch Kirill: Peace.",
    "Metropolitan Kirill: Peace.",
    "PresidentAnnaPetrova: Glued.",
    "Meeting " * 60,
    "May 9, 2016, Moscow",
    "Topics",
    "Persons",
    "",
    "",
]

lines = st.sampled_from(_LINES) | st.text(max_size=40)
transcripts = st.lists(lines, max_size=25).flatmap(
    lambda chosen: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda end: end.join(chosen))
)
"""A text made of lines that transcripts have, in any order, among lines of anything."""
