"""The Web API: one module a family of methods, each with its table `METHODS`.

`registry` gathers the tables, `entrance` lets calls in, `scopes` says what each needs, `access` which channels the bot
reaches, `posting` what may be posted.
"""
