"""The process in which MkDocs builds a site; it ends with the command that started it.

Its standard input is a pipe that the command holds open and writes nothing to: it ends when the command
does, even killed, so that no orphan goes on writing.
"""

from __future__ import annotations

import logging
import os
import runpy
import signal
import sys
import threading

from generator.publish.errors import reason


def main(arguments: list[str]) -> None:
    """Run `mkdocs` with `arguments`, which tells of its warnings and errors alone.

    What the system refuses is told in French, without a traceback.
    """
    threading.Thread(target=_end_with_the_command, daemon=True).start()
    # Not --quiet, with which MkDocs counts no warning, so that --strict would let every one pass.
    logging.disable(logging.INFO)
    sys.argv = ["mkdocs", *arguments]
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except OSError as error:
        where = f"{error.filename} : " if error.filename else ""
        sys.exit(f"annuaire: {where}{reason(error)}")


def _end_with_the_command() -> None:
    # Not sys.stdin: its lock, held by this thread, would stop the interpreter from ending.
    os.read(0, 1)
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)  # Pagefind too
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
