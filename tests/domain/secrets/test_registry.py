import importlib
import pkgutil

import bot.domain.secrets as package
from bot.domain.secrets.registry import RECOGNISERS, STAND_INS
from bot.domain.secrets.secret import Recogniser


def test_every_recogniser_of_the_package_is_registered_once() -> None:
    modules = [importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__)]
    written = [value for module in modules for value in vars(module).values() if isinstance(value, Recogniser)]

    assert len(RECOGNISERS) == len(set(map(id, RECOGNISERS)))
    assert {*map(id, written)} == {*map(id, RECOGNISERS)}


def test_each_recogniser_lives_in_a_module_of_its_own() -> None:
    homes = [recogniser.spans.__module__ for recogniser in RECOGNISERS]

    assert len(set(homes)) == len(homes)


def test_neutral_words_stand_in_brackets_and_hold_no_capital() -> None:
    assert all(word == f"[{word[1:-1].lower()}]" for word in STAND_INS)
