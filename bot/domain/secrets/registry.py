"""Which recognisers there are. A new one is a new module and its line here."""

from typing import Final

from bot.domain.secrets.business_figure import BUSINESS_FIGURE
from bot.domain.secrets.cas_number import CAS_NUMBER
from bot.domain.secrets.chemical_name import CHEMICAL_NAME
from bot.domain.secrets.company_name import COMPANY_NAME
from bot.domain.secrets.compound_code import COMPOUND_CODE
from bot.domain.secrets.email_address import EMAIL_ADDRESS
from bot.domain.secrets.inchi import INCHI
from bot.domain.secrets.known_company import KNOWN_COMPANY
from bot.domain.secrets.nucleotide_sequence import NUCLEOTIDE_SEQUENCE
from bot.domain.secrets.numbered_patient import NUMBERED_PATIENT
from bot.domain.secrets.patient_details import PATIENT_DETAILS
from bot.domain.secrets.patient_record import PATIENT_RECORD
from bot.domain.secrets.person_name import PERSON_NAME
from bot.domain.secrets.personal_number import PERSONAL_NUMBER
from bot.domain.secrets.phone_number import PHONE_NUMBER
from bot.domain.secrets.protein_sequence import PROTEIN_SEQUENCE
from bot.domain.secrets.secret import Recogniser
from bot.domain.secrets.smiles import SMILES
from bot.domain.secrets.study_result import STUDY_RESULT

# Where two see the same words the earlier one wins: exact shapes first, then codes, then what is read from context.
RECOGNISERS: Final[tuple[Recogniser, ...]] = (
    EMAIL_ADDRESS,
    PERSONAL_NUMBER,
    INCHI,
    SMILES,
    CHEMICAL_NAME,
    NUCLEOTIDE_SEQUENCE,
    PROTEIN_SEQUENCE,
    PATIENT_RECORD,
    PHONE_NUMBER,
    CAS_NUMBER,
    COMPOUND_CODE,
    COMPANY_NAME,
    KNOWN_COMPANY,
    PERSON_NAME,
    STUDY_RESULT,
    BUSINESS_FIGURE,
    PATIENT_DETAILS,
    NUMBERED_PATIENT,
)

KINDS: Final[tuple[str, ...]] = tuple(dict.fromkeys(recogniser.kind for recogniser in RECOGNISERS))
STAND_INS: Final[frozenset[str]] = frozenset(
    recogniser.stand_in(language) for recogniser in RECOGNISERS for language in ("en", "sv")
)
