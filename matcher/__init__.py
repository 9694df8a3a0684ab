"""The matcher: a company's words in, ranked services and experts out.

A library of its own that knows neither Slack nor storage nor how a catalogue is written down.

* `entries`: what can be found, the only form in which the matcher takes it; `answer`: what it gives back.
* `text`: words, stems and sentences as everything else sees them.
* `limits`: what a need rules out, and which entries meet it.
"""
