from __future__ import annotations
import re
from collections import Counter
from dataclasses import dataclass
from edition.tei.vocabulary import tei


@dataclass
class Counts:
    tags: dict
    m: dict

    def measures(self):
        return self.m


def counts(root):
    text = root.find(tei("text"))
    tags = Counter(e.tag.split("}")[1] for e in text.iter() if isinstance(e.tag, str))
    words = 0
    for seg in text.iter(tei("seg")):
        words += len(re.findall(r"\w+", "".join(seg.itertext())))
    return Counts(
        dict(sorted(tags.items())), {"turns": tags["u"], "paragraphs": tags["seg"], "words": words}
    )
