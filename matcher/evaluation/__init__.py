"""Evaluation: how good the matcher is on labelled needs, beside its own signals and beside plain methods.

* `units`: labels and rankings by infrastructure, since that is what a company is introduced to.
* `plain`: the baselines over a catalogue; `judging`: every need with every method's ranking.
* `tables`: from judged needs to figures with intervals; `misses`: the worst of them, and why.
* `ablation`: what each signal adds.

Learning and refitting live in `fitting` and `refitting`, pictures in `plots`.
"""
