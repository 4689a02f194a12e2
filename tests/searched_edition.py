"""An edition in several languages to be searched."""

from __future__ import annotations

from pathlib import Path

ENGLISH = """\
Meeting on the harbour

March 3, 2001, Moscow

President of Russia Vladimir Putin: Good morning. The governments of both signed a peace treaty.

The café near the Kremlin was closed; we are well-known guests there.

Boris Petrov: The treaty brings peace. I was governing then, and the war was over. (Applause.)

Vladimir Putin: Thank you. No war and no treaty without Moscow.
"""
LATER = """\
Second meeting on the harbour

May 5, 2019, Moscow

Boris Petrov: The harbour is governed by a council. Peace, then a treaty!

Anna Weber: Ships, ships and more ships; a naïve question, perhaps.
"""
GERMAN = """\
Sitzung über den Hafen

Vorsitzende Frau Adler: Die Häuser am Hafen sind groß. Wer spricht?

Herr Braun: Das Haus ist alt, und die Straße ist eng.

Vorsitzende Frau Adler: Wagen sind dort verboten.
"""
RUSSIAN = """\
Заседание о гавани

Владимир Иванов: Корабли стоят в гавани. Мой корабль ещё не пришёл.

Анна Петрова: Кораблей много, и чай готов.

Владимир Иванов: Спасибо.
"""
ARABIC = """\
اجتماع الميناء

الرئيس: وصلت السفن إلى الميناء، والسلام أوّل الطريق.

أحمد: السفينة في المِيناء.

الرئيس: شكرا.
"""
TEXTS = {
    "harbour": (ENGLISH, "en"),
    "later": (LATER, "en"),
    "hafen": (GERMAN, "de"),
    "гавань": (RUSSIAN, "ru"),
    "the port (#1)": (ARABIC, "ar"),
    "search": (ENGLISH.replace("2001", "2005").replace("harbour", "river"), "en"),
}


def write_searched_edition(folder: Path) -> Path:
    """Write the edition into *folder*, not built yet."""
    source = folder / "source"
    source.mkdir(parents=True)
    settings = ['[edition]\nversion = "1.0.0"\n']
    for name, (text, language) in TEXTS.items():
        (source / f"{name}.txt").write_text(text, encoding="utf-8")
        settings.append(f'[transcript."{name}"]\nlanguage = "{language}"\n')
    (source / "edition.toml").write_text("\n".join(settings), encoding="utf-8")
    return folder
