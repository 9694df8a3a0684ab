"""What looks secret in a text that a company is about to show, and the same text without it.

Recognisers are rules: one kind of secret a module, pure, for Swedish and English alike, since briefs mix them.
They mark and propose; a person decides. What they miss is measured on labelled sentences, see `evaluation`.

* `finding`: `find_secrets`, all recognisers over one text; `cleaning`: `cleaned`, the text without them.
* `registry`: the recognisers, in the order in which they win where two see the same words.
* `secret`: the values; `sentences`, `capitals`, `public_words`: what several recognisers read a text with.
"""

from bot.domain.secrets.cleaning import cleaned
from bot.domain.secrets.finding import find_secrets
from bot.domain.secrets.registry import KINDS
from bot.domain.secrets.secret import Secret

__all__ = ["KINDS", "Secret", "cleaned", "find_secrets"]
