"""The forms of export there are, each imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from edition.export.form import Form

# By name: the module and the class.
_FORMS = {
    "parlamint": ("edition.export.parlamint.form", "ParlaMint"),
    "tei-corpus": ("edition.export.tei_corpus", "TeiCorpus"),
    "tsv": ("edition.export.tsv", "Tsv"),
    "parquet": ("edition.export.parquet", "Parquet"),
    "text": ("edition.export.text", "Text"),
    "huggingface": ("edition.export.huggingface", "HuggingFace"),
}
NAMES = tuple(_FORMS)


def form_called(name: str) -> type[Form[Any]]:
    """The form of export called *name*, one of :data:`NAMES`."""
    module, kind = _FORMS[name]
    form: type[Form[Any]] = getattr(import_module(module), kind)
    return form
