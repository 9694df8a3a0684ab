"""`python -m bot.cli`: the same as `lotsen`, for where the command is not on the path."""

from bot.cli.root import main

main(prog_name="lotsen")
