"""Libraries kept quiet: what those of the encoder log, warn of and draw while they load is raised as well, or idle."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_LIBRARIES = ("huggingface_hub", "sentence_transformers", "torch.onnx", "transformers")


@contextmanager
def quiet() -> Iterator[None]:
    """Let these libraries log nothing, warn of nothing and draw no progress bars."""
    from transformers.utils.logging import disable_progress_bar

    loggers = [logging.getLogger(name) for name in _LIBRARIES]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # For good, and those of huggingface_hub with them: nobody else in this program wants any.
        disable_progress_bar()  # type: ignore[no-untyped-call]
        for logger in loggers:
            logger.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)
