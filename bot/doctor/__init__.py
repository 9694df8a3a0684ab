"""What `lotsen doctor` examines, and what to do about each fault.

* `finding`: one thing that was examined.
* `local`: catalogue, database, backups and model, which need no network.
* `workspace`: tokens, scopes and the advisor channel, as Slack itself sees them.
* `examination`: all of it, in order.
"""
