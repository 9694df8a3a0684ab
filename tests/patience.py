"""Slack's clock for tests: on a busy machine three seconds pass through nobody's fault, and no time may decide a test.

What is measured, and what is killed and waits for Slack to notice, keeps the clock that Slack has.
"""

from bot.rehearsal.conditions import Options

PATIENT: Options = {"ack_limit": 60.0, "trigger_ttl": 60.0}
