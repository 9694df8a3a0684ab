"""Block Kit: its limits, checked as strictly as Slack does, and its blocks as plain text.

`blocks` checks a list of blocks and stands on `elements`, `findings` and `kinds`; `views` checks modals and App Homes;
`naming` gives ids; `rendering` tells what a person would read.
"""
