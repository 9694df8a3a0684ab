"""The `lotsen` command, one module for each group of commands.

* `root`: the command itself; `errors`: what can go wrong, on one line.
* `run`, `match`, `demo`, `catalogue`, `experts`, `needs`, `backup`, `doctor` and their like: the commands.
* `answer_json`, `answer_table`, `batch`, `meter`: how `match` reads and prints.
* `needs_table`, `case_lines`, `spreadsheet`, `writing`: how the record is printed and written.
"""

from bot.cli.root import main

__all__ = ["main"]
