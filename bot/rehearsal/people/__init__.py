"""What people do in Slack, each module a way of acting: talking, asking, pressing, submitting, visiting, watching.

All stand on `acting.Acting`; `forms` reads and fills the elements of blocks. `server.Slack` joins them.
"""
