"""Lotsen, the Slack bot: `domain` decides, `desk` works, `storage` keeps, `slack` talks, `wiring` builds."""
