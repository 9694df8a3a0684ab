"""The use cases, one a module: load, decide, save, tell. Nothing here knows Slack or SQLite."""
