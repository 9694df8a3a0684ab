"""Capitalised words as patterns: what names of persons and companies are built of."""

from typing import Final

_LATIN = [chr(code) for code in range(0x41, 0x250)]

UPPER: Final = "".join(letter for letter in _LATIN if letter.isupper())
LOWER: Final = "".join(letter for letter in _LATIN if letter.islower())

#: One capitalised word, with a hyphen or apostrophe inside if need be; no acronym, no code.
CAPITALISED: Final = rf"(?<!\w)(?:[{UPPER}]['’])?[{UPPER}][{LOWER}]+(?:[-’'][{UPPER}][{LOWER}]+){{0,2}}(?![\w])"

#: A word as companies write it: a capital anywhere in it, digits allowed.
BRANDED: Final = rf"(?<![\w.@-])(?=[{LOWER}\d]{{0,3}}[{UPPER}])\w[\w&-]{{0,39}}(?!\w)"
