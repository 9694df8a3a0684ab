"""Codes that companies give their substances before these have a name: ABX-1432, ABX1432, or ABX-14 when said so.

Standards, cell lines, markers, databases and machine interfaces have the same shape and are known in public.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.patterns import one_of, words
from bot.domain.secrets.secret import Recogniser, Span

_CODE = re.compile(r"(?<![\w-])([A-Z]{2,5})(?:-\d{3,6}|\d{4,6})[A-Za-z]?(?![\w]|[-./]\w)")
_SUBSTANCE = one_of(r"""
    compounds?|candidates?|leads?|molecules?|drugs?|prodrugs?|antibody|substances?|peptide|inhibitors?|code ?name|
    internal name|code|substans(?:en|er)?|(?:läkemedels?)?kandidat(?:en)?|molekyl(?:en)?|läkemedel|läkemedlet|
    antikropp(?:en)?|peptid(?:en)?|hämmare(?:n)?|ämne(?:t)?|kodnamn(?:et)?|prodrug(?:en)?
""")
_JOINT = r"""(?:[\s:,("“”'«]|\b(?:is|called|named|code|candidate|heter|kallad|kallas|är|med|namn|kandidat)\b){1,6}"""
_SAID = re.compile(rf"\b(?i:{_SUBSTANCE}){_JOINT}([A-Z]{{2,5}})[- ]?\d{{1,6}}[A-Za-z]?(?!\w|[-./]\w)")
# As chemists number what they make: "compound 17b", "förening 4a".
_NUMBERED = re.compile(
    rf"\b(?i:{one_of('compounds?|substance|molecule|analogue?|substans(?:en)?|förening(?:en)?|molekyl(?:en)?|analog(?:en)?')})"
    r" (?:(?i:no|nr)\.? ?)?(\d{1,3}[a-z])(?!\w)"
)
_STANDARDS = words("""
    ISO EN SS IEC DIN ASTM ANSI AAMI ICH UL CFR MIL STD OECD SFS AFS SOSFS HSLF MDR TRL ICD UN IP FFP RAL AISI CAS
""")
_REGISTERS = words("""
    NCT GSE GSM SRR PDB EP WO US EU SE PMID DOI ISBN ISSN ORCID ISRCTN REF PO INV OFF ATCC DSM DSMZ NCTC
""")
_CELLS_AND_VIRUSES = words("""
    HEK CHO HL THP MCF RAW NIH SK MDA MB PC HT HCT LN SH SW RPMI DMEM MEM BL DH MRC WI BALB SARS COVID HIV HPV HSV
    CMV EBV
    RSV HBV HCV AAV
""")
_BIOLOGY = words("""
    CD IL HER PD TNF TGF GLP EGFR FGF VEGF IGF CTLA TLR CXCR CXCL CCR CCL MMP HLA HSP CYP GLUT TP BRCA KRAS LAG TIM
    NK BMP
    SMAD COX MAPK AKT ERK STAT GFP LDL HDL PEG PVP PMMA IC EC CC LD ED GI TCID
""")
_EVERYDAY = words("""
    ESP STM RS USB RJ BLE HTTP IPV PLA PETG ABS SEK EUR USD KR TSEK MSEK ID NR NO VOL PH TEL FAX BOX KL FIG TAB COM
    Q VT HT
    JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC OKT MAJ MM CM KG ML NM UV UVA UVB UVC OC SD LC MS HPLC UHPLC MPS
""")
_PUBLIC = _STANDARDS | _REGISTERS | _CELLS_AND_VIRUSES | _BIOLOGY | _EVERYDAY


def _spans(text: str) -> Iterator[Span]:
    for match in _CODE.finditer(text):
        if match[1] not in _PUBLIC:
            yield Span(*match.span())
    for match in _SAID.finditer(text):
        if match[1] not in _PUBLIC:
            yield Span(match.start(1), match.end())
    yield from (Span(*match.span(1)) for match in _NUMBERED.finditer(text))


COMPOUND_CODE = Recogniser("compound_code", "compound", "substans", _spans)
