"""The matcher: a company's words in, ranked services and experts out.

A library of its own that knows neither Slack nor storage nor how a catalogue is written down. From the ground up:

* `entries`: what can be found, the only form in which the matcher takes it; `answer`: what it gives back.
* `text`, `language`, `glossary`, `negation`, `limits`: what is read in a text; `query`: all of it for one need.
* `encoders`, `minilm`, `vectors`, `postings`: text to numbers, kept on disk.
* `corpus`: a catalogue as arrays; `signals`: each one kind of evidence; `features`, `fusion`, `scoring`: all in one.
* `ranking`, `parts`, `question`, `reasons`: what people get to see of the scores.
* `engine`: the way in. `fitting` and `evaluation`: what is learned and measured before anybody asks.
"""
