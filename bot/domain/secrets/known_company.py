"""Names of well-known companies, wherever they stand: in life science, in medical technology, and large Nordic ones.

What is also an everyday word ("moderna"), or is met in briefs as an instrument or a reagent rather than as somebody
(Illumina, Zeiss, Lonza), is left to the rules of `company_name`.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.capitals import CAPITALISED
from bot.domain.secrets.patterns import words
from bot.domain.secrets.public_words import is_public
from bot.domain.secrets.secret import Recogniser, Span

_MEDICINES = """
    AbbVie|Almirall|Alnylam|Amgen|Astellas|AstraZeneca|Astra Zeneca|Bavarian Nordic|Bayer|BioArctic|BioGaia|Biogen|
    BioInvent|BioMarin|BioNTech|Boehringer Ingelheim|Boehringer|Bristol Myers Squibb|Bristol-Myers Squibb|Calliditas|
    Camurus|Cantargia|CSL Behring|CureVac|Daiichi Sankyo|Diamyd|Egetis|Eisai|Eli Lilly|Ferring|Fresenius Kabi|
    Fresenius|Genentech|Genmab|Gilead|GlaxoSmithKline|GSK|Grifols|Grünenthal|Hansa Biopharma|Immunocore|Ipsen|Isofol|
    Janssen|Johnson & Johnson|Karo Pharma|LEO Pharma|Lundbeck|Medivir|Menarini|Merck|MSD|Moberg Pharma|Novartis|
    Novavax|Novo Nordisk|Octapharma|Oncopeptides|Orexo|Orion Pharma|Pfizer|Recipharm|Regeneron|Roche|Sandoz|
    Sanofi Pasteur|Sanofi|Servier|Sobi|Swedish Orphan Biovitrum|Takeda|Teva|UCB Pharma|Valneva|Vertex Pharmaceuticals|
    Viatris|Vicore|Xbrane|Xspray|Zealand Pharma
"""
_DEVICES = """
    Abbott|Arjo|Atos Medical|B. Braun|B.Braun|Baxter|Biotronik|BoneSupport|Boston Scientific|CellaVision|Coloplast|
    ConvaTec|Demant|Dentsply|Dexcom|Dräger|Edwards Lifesciences|Elekta|Episurf|Etac|Gambro|GE Healthcare|Getinge|
    GN Hearing|Haemonetics|Hologic|Insulet|Intuitive Surgical|Karl Storz|Maquet|Medtronic|Mentice|Mölnlycke|
    Nobel Biocare|Oticon|Ottobock|Össur|Permobil|Radiometer Medical|RaySearch|ResMed|Sectra|Siemens Healthineers|
    Smith & Nephew|Smith and Nephew|Straumann|Stryker|Terumo|Vitrolife|XVIVO|Zimmer Biomet
"""
_NORDIC = """
    ABB|Alfa Laval|Arla|Assa Abloy|Atlas Copco|Autoliv|Axis Communications|Boliden|Carlsberg|Danfoss|Electrolux|
    Equinor|Ericsson|Essity|Fortum|Grundfos|Husqvarna|IKEA|Kongsberg|Lantmännen|Maersk|Neste|Nokia|Northvolt|
    Novozymes|Novonesis|Oatly|Orkla|Polestar|Saab|Sandvik|Scania|SKF|Spotify|SSAB|Stora Enso|Swedish Match|Telenor|
    Telia|Tetra Pak|Trelleborg|UPM|Vattenfall|Vestas|Volvo|Yara|Ørsted
"""
_NAMES = [" ".join(name.split()) for names in (_MEDICINES, _DEVICES, _NORDIC) for name in names.split("|")]
# Written small, these and shorter names are words.
_WORDS = ("Biogen", "Stryker")
_LEAST_LETTERS = 6
_ANYHOW = [name for name in _NAMES if len(name) >= _LEAST_LETTERS and name not in _WORDS]
_LONG = "|".join(map(re.escape, _ANYHOW))
_SHORT = "|".join(re.escape(spelt) for name in _NAMES if name not in _ANYHOW for spelt in (name, name.upper()))
_NAME = re.compile(
    rf"(?<![\w.@/-])(?:(?i:{_LONG})|{_SHORT})(?:['’:]?s)?(?!\w|@|\.\w)"
    # These fund research, and are known for it.
    r"(?! ?(?i:foundation|fonden|stiftelsen))"
)


# Names of persons as well: behind a first name they are one.
_SURNAMES = words("Abbott Baxter Bayer Dräger Ericsson Fresenius Janssen Lundbeck Merck Roche Straumann Stryker")
_LONGEST_BEFORE = 40
_WORD_BEFORE = re.compile(rf"({CAPITALISED}) \Z")


def _spans(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _NAME.finditer(text) if not _is_surname(text, match))


def _is_surname(text: str, name: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(text, max(0, name.start() - _LONGEST_BEFORE), name.start())
    return name[0] in _SURNAMES and before is not None and not is_public(before[1])


KNOWN_COMPANY = Recogniser("company", "company", "företag", _spans)
