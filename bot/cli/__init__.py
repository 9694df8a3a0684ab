"""The `lotsen` command, one module for each group of commands.

* `root`: the command itself; `errors`: what can go wrong, on one line.
* `run`, `match`, `demo`, `catalogue`, `experts`, `doctor`: the commands.
* `answer_json`, `answer_table`, `batch`, `meter`: how `match` reads and prints.
"""

from bot.cli.root import main

__all__ = ["main"]
