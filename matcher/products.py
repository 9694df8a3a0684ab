"""Products of many vectors with a few, piece by piece. What the vectors stand for is their owners' business."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# Larger products are shared among threads, which for a few vectors brings nothing: they wait for memory. On a busy
# machine the threads also wait for each other, up to thirty times as long as the product takes.
MOST_IN_ONE_THREAD = 250_000


def products(many: Floats, few: Floats, parts: Sequence[slice]) -> Floats:
    """The product of each of a few vectors with each of some of many, shape (few, some).

    Args:
        many: shape (vectors, dimensions); may be memory mapped, and is not copied.
        few: shape (vectors, dimensions).
        parts: which of the many, in the order of the answer.
    """
    vectors, asked = np.asarray(many), few.T
    step = max(1, MOST_IN_ONE_THREAD // max(1, few.size))
    found = np.empty((len(few), sum(part.stop - part.start for part in parts)), dtype=np.float32)
    done = 0
    for part in parts:
        for at in range(part.start, part.stop, step):
            block = vectors[at : min(at + step, part.stop)]
            found[:, done : done + len(block)] = (block @ asked).T
            done += len(block)
    return found
