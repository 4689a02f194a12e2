"""The process that Saxon lives in: requests come by standard input, answers go out.

Run as a script, ``python -I -S server.py FOLDER_OF_SAXONCHE CONFIGURATION``, by
:mod:`edition.saxon.child`. It imports nothing but saxonche, so that it is ready soon, and it
ends when its input does, with whoever started it. A frame is a length of eight bytes, then
that many bytes in Python's marshal format, which both sides, being the same Python, share.

A stylesheet is the path of its file. One that is a theme has behind a NUL what stands for its
bytes: another is compiled anew. It uses the package of pages, whose settings it does not have.

Requests: ``("compile", path)``, of which nothing is answered; ``("document", data)``, the TEI
of the transformations that follow; ``("transform", path, parameters)``. Each transformation
is answered in turn: ``(True, text, messages)``, or ``(False, reason)``.
"""

from __future__ import annotations

import marshal
import os
import sys
from io import FileIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def write_frame(stream: FileIO, value: Any) -> None:
    """Write *value*, made of what marshal knows, to *stream*. Raises OSError."""
    data = marshal.dumps(value)
    rest = memoryview(len(data).to_bytes(8, "little") + data)
    while rest:
        rest = rest[stream.write(rest) :]


def read_frame(stream: FileIO) -> Any:
    """The next value in *stream*. Raises EOFError where there is none, or only a part of one."""
    length = int.from_bytes(_exactly(stream, 8), "little")
    return marshal.loads(_exactly(stream, length))  # noqa: S302 - what the other side wrote


def _exactly(stream: FileIO, length: int) -> bytearray:
    data = bytearray(length)
    rest = memoryview(data)
    while rest:
        count = stream.readinto(rest)
        if not count:
            raise EOFError
        rest = rest[count:]
    return data


# As ``xsl:output`` of the pages says it: a package does not take that over from another.
_OF_PAGES = {
    "!method": "xhtml",
    "!html-version": "5.0",
    "!encoding": "UTF-8",
    "!indent": "no",
    "!omit-xml-declaration": "yes",
    "!include-content-type": "no",
    "!escape-uri-attributes": "no",
}


class Server:
    """saxonche, with the stylesheets compiled until now and the last document."""

    def __init__(self, configuration: str) -> None:
        from saxonche import PySaxonProcessor

        self._processor = PySaxonProcessor(config_file=configuration)
        self._compiler = self._processor.new_xslt30_processor()
        self._builder = self._processor.new_document_builder()
        self._stylesheets: dict[str, Any] = {}
        self._data = b""
        self._node: Any = None

    def compile(self, path: str) -> Any:
        """The stylesheet in the file *path*, compiled once."""
        if path not in self._stylesheets:
            file, _, theme = path.partition("\0")
            executable = self._compiler.compile_stylesheet(stylesheet_file=file)
            executable.set_save_xsl_message(True)
            if theme:
                executable.set_initial_mode("page")
                for name, value in _OF_PAGES.items():
                    executable.set_property(name, value)
            self._stylesheets[path] = executable
        return self._stylesheets[path]

    def document(self, data: bytes) -> None:
        """Take *data* for the document; it is parsed when it is first transformed."""
        self._data, self._node = data, None

    def transform(
        self, path: str, parameters: Mapping[str, str | int | bool]
    ) -> tuple[str, list[str]]:
        """What the stylesheet makes of the document, and its messages."""
        run = self.compile(path)
        if self._node is None:
            self._node = self._builder.parse_xml(xml_text=self._data.decode("utf-8"))
        run.clear_parameters()
        run.clear_xsl_messages()
        for name, value in parameters.items():
            run.set_parameter(name, self._atomic(value))
        if "\0" in path:  # only the package at the top has the document for its context
            run.set_parameter("document", self._node)
        run.set_global_context_item(xdm_item=self._node)
        text = run.transform_to_string(xdm_node=self._node) or ""
        return text, [str(message) for message in run.get_xsl_messages() or ()]

    def _atomic(self, value: str | int | bool) -> Any:
        if isinstance(value, bool):
            return self._processor.make_boolean_value(value)
        if isinstance(value, int):
            return self._processor.make_integer_value(value)
        return self._processor.make_string_value(value)


def serve(requests: FileIO, answers: FileIO, configuration: str) -> None:
    """Answer *requests* until they end, or until nobody reads the *answers*."""
    server: Server | None = None
    while True:
        try:
            kind, *values = read_frame(requests)
        except EOFError:
            return
        try:
            # Made here, so that whoever asks is told why there is no engine.
            server = server or Server(configuration)
            said = getattr(server, kind)(*values)
            answer = (True, *said) if kind == "transform" else ()
        except Exception as error:  # noqa: BLE001 - whatever it is, the other side is to tell it
            answer = (False, " ".join(str(error).split()) or type(error).__name__)
        if kind == "transform":
            write_frame(answers, answer)


def main(folder: str, configuration: str) -> None:
    """Serve on standard input and output, which nothing else in this process may write to."""
    if folder:  # "" would be the current folder, where anybody's files may lie
        sys.path.append(folder)
    requests, answers = FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # Saxon prints each error, too
        os.dup2(nowhere, stream)
    try:
        serve(requests, answers, configuration)
    finally:
        os._exit(0)  # at once: there is nothing to tidy up


if __name__ == "__main__":
    main(*sys.argv[1:])
