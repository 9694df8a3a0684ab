import logging
import warnings

import pytest

from matcher.quiet import quiet


def test_the_libraries_of_the_encoder_say_nothing_and_speak_again_afterwards() -> None:
    logger = logging.getLogger("transformers.of_a_test")

    with quiet():
        spoke = logger.isEnabledFor(logging.ERROR)
        warnings.warn("idle", stacklevel=1)

    assert not spoke
    assert logger.isEnabledFor(logging.ERROR)


def test_they_speak_again_after_a_failure() -> None:
    logger = logging.getLogger("huggingface_hub")
    level = logger.level

    with pytest.raises(ZeroDivisionError), quiet():
        raise ZeroDivisionError

    assert logger.level == level
