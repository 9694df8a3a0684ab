"""The benchmark of the matcher at 34 to 100,000 entries, run by `python -m matcher.benchmark` or `make bench`.

* `synthetic`: catalogues of any size from the shipped one's words; `stand_in`: their vectors, when there are too many.
* `methods`: the matcher and what it is measured beside, in one form.
* `measuring`: one method at one size, in a process of its own; `batch`: `lotsen match --batch` over a thousand needs.
* `table`: what was measured, to read.

Nothing here is imported by the matcher, and nothing timed decides a test.
"""
