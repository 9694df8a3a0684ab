"""The record: ports that the use cases ask for, and SQLite behind them. No decisions live here."""
