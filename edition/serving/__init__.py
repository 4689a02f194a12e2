"""The edition while it is edited: built anew at each save, and shown by a server of this machine.

A page that the server gives has a script, which shows what is found and loads the page anew at
the paragraph that was edited. The files in ``output/`` have none.
"""

from edition.serving.board import Board, Built, Edit
from edition.serving.rebuilding import Rebuilder
from edition.serving.server import FIRST_PORT, Server, bound
from edition.serving.watching import Watcher

__all__ = ["FIRST_PORT", "Board", "Built", "Edit", "Rebuilder", "Server", "Watcher", "bound"]
