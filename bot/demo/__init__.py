"""The demonstration behind `make demo`: the real bot against the rehearsal Slack, printed as a transcript.

* `play`: the whole evening, from the empty stage to what to do next.
* `scenes`: what happens in each scene.
* `watching`: the rehearsal Slack as the audience sees it: who is who, and what appears next.
* `page`, `rendering`: the transcript on the terminal.
"""
