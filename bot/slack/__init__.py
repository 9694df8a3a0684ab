"""Everything that knows Slack: what comes in, what people see, and what leaves."""
