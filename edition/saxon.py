"""The XSLT 3.0 engine: one saxonche processor a process, made when first needed.

saxonche aborts the process when two threads make a processor each, so :func:`engine`
is one a process and stays in the thread that made it. A stylesheet can read files but
reach no network (``xslt/packages.xml``), and only a :class:`~edition.tei.document.Document`,
which has no document type and so no entities, is ever parsed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.resources import XSLT
from edition.tei.document import Document

if TYPE_CHECKING:
    from saxonche import PyXdmNode

type_of_parameter = str | int | bool


@dataclass(frozen=True)
class Result:
    """What a stylesheet wrote, and what it said by ``xsl:message``, in order."""

    text: str
    messages: tuple[str, ...]


class Stylesheet:
    """A compiled stylesheet of the house; made by :meth:`Engine.stylesheet`."""

    def __init__(self, processor: Any, executable: Any) -> None:
        self._processor = processor
        self._executable = executable
        executable.set_save_xsl_message(True)

    def transform(self, source: PyXdmNode, **parameters: type_of_parameter) -> Result:
        """Apply the stylesheet to *source*, a node made by :meth:`Engine.node`."""
        run = self._executable
        run.clear_parameters()
        run.clear_xsl_messages()
        for name, value in parameters.items():
            run.set_parameter(name.replace("_", "-"), _atomic(self._processor, value))
        run.set_global_context_item(xdm_item=source)
        text = run.transform_to_string(xdm_node=source) or ""
        return Result(text, _messages(run))


class Engine:
    """saxonche, set up for this house. Get it from :func:`engine`."""

    def __init__(self) -> None:
        from saxonche import PySaxonProcessor  # 25 ms: only who transforms pays for it

        self._processor = PySaxonProcessor(config_file=str(XSLT / "packages.xml"))
        self._compiler = self._processor.new_xslt30_processor()
        self._builder = self._processor.new_document_builder()
        self._stylesheets: dict[Path, Stylesheet] = {}
        self._last: tuple[bytes, PyXdmNode] | None = None

    def stylesheet(self, path: Path) -> Stylesheet:
        """The stylesheet in the file *path*, compiled once a process."""
        if path not in self._stylesheets:
            executable = self._compiler.compile_stylesheet(stylesheet_file=str(path))
            self._stylesheets[path] = Stylesheet(self._processor, executable)
        return self._stylesheets[path]

    def node(self, document: Document) -> PyXdmNode:
        """*document* as the tree that stylesheets read.

        The last one is kept: who checks and publishes a document has it parsed once.
        """
        if self._last is None or self._last[0] != document.data:
            text = document.data.decode("utf-8")
            self._last = (document.data, self._builder.parse_xml(xml_text=text))
        return self._last[1]


@cache
def engine() -> Engine:
    """The engine of this process. Use it only from the thread that called this first."""
    return Engine()


def _atomic(processor: Any, value: type_of_parameter) -> Any:
    if isinstance(value, bool):
        return processor.make_boolean_value(value)
    if isinstance(value, int):
        return processor.make_integer_value(value)
    return processor.make_string_value(value)


def _messages(run: Any) -> tuple[str, ...]:
    messages: Mapping[int, Any] | None = run.get_xsl_messages()
    return () if messages is None else tuple(str(message) for message in messages)
