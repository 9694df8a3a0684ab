"""The modal in which a company approves the brief before anybody else sees it."""

from bot.domain.brief import MOST_CHARACTERS, MOST_WORDS, BriefFault, word_count
from bot.slack.wording.said import Said

TITLE = Said("What they will read", "Det här får de läsa")
SUBMIT = Said("Approve and ask", "Godkänn och fråga")
CANCEL = Said("Cancel", "Avbryt")
LABEL = Said("Your need, for them to read", "Ert behov, som de får läsa det")
SHOW_NAME_LABEL = Said("Your company's name", "Företagets namn")
SHOW_NAME = Said("Show our company's name", "Visa vårt företagsnamn")
NAME_LABEL = Said("The name to show", "Namnet som ska visas")
NAME_HINT = Said("As you write it yourselves.", "Så som ni själva skriver det.")
UNNAMED = Said(
    "They read “a company”. Your name is shown when both have said yes.",
    "De läser ”ett företag”. Ert namn visas när båda har sagt ja.",
)
WHY_TITLE = Said("Why it comes to them; they read this too", "Varför det kommer till dem; det läser de också")
WHY_CHANGES = Said(
    "When you take words out of your text, the line about them goes as well.",
    "När ni tar bort ord ur texten försvinner också raden om dem.",
)
MAY_BECOME_PUBLIC = Said(
    "Universities and regions are authorities: what reaches them may be requested by anyone until secrecy applies, so"
    " leave secrets out.",
    "Universitet och regioner är myndigheter: det som når dem kan begäras ut av vem som helst tills det omfattas av"
    " sekretess, så utelämna det som är hemligt.",
)
TOO_LITTLE = Said(
    "Please write in words what you need; a sentence or two is enough.",
    "Skriv med ord vad ni behöver; en eller två meningar räcker.",
)
NO_NAME = Said("Write the name, or untick the box above.", "Skriv namnet, eller avmarkera rutan ovanför.")
LATER_LABEL = Said("Ask later, only if the others say no", "Fråga senare, bara om de andra säger nej")
LATER_HINT = Said("All that you leave unticked are asked now.", "Alla som ni inte markerar blir tillfrågade nu.")
NOBODY_NOW = Said("Leave at least one to be asked now.", "Lämna minst en som blir tillfrågad nu.")
LOOKS_SECRET = Said("This looks secret", "Det här ser hemligt ut")
CLEANED = Said("The same text without it", "Samma text utan det")
USE_CLEANED = Said("Use the cleaned version", "Använd den rensade texten")
YOURS_TO_DECIDE = Said(
    "Nothing has been sent. It is yours to decide: change the text, use the cleaned version, or approve it as it is.",
    "Inget har skickats. Ni bestämmer: ändra texten, använd den rensade, eller godkänn den som den är.",
)
UNDER_WAY_TITLE = Said("Introduction", "Introduktion")
UNDER_WAY = Said(
    "You have chosen this one before. How it stands is in your direct messages with me.",
    "Ni har valt den här förut. Hur det går med den ser ni bland era direktmeddelanden med mig.",
)
NOT_NOW = Said(
    "This need is over, so nobody is asked. Ask again whenever you like.",
    "Det här behovet är avslutat, så ingen blir tillfrågad. Fråga gärna igen.",
)

KINDS: dict[str, Said] = {
    "email": Said("an e-mail address", "en e-postadress"),
    "personal_number": Said("a personal number", "ett personnummer"),
    "chemical_structure": Said("a chemical structure", "en kemisk struktur"),
    "nucleotide_sequence": Said("a sequence of DNA or RNA", "en DNA- eller RNA-sekvens"),
    "protein_sequence": Said("a protein sequence", "en proteinsekvens"),
    "patient": Said("details of a patient", "uppgifter om en patient"),
    "phone": Said("a telephone number", "ett telefonnummer"),
    "compound_code": Said("the code of a compound", "koden för en substans"),
    "company": Said("a company's name", "ett företagsnamn"),
    "person": Said("a person's name", "ett personnamn"),
    "figure": Said("a figure that may be unpublished", "en siffra som kanske inte är offentlig"),
}


def hint(most: int) -> Said:
    """How to write it, and that it is exactly what they get."""
    return Said(
        f"Change it as you like; at most {most} words. They get these words and no others.",
        f"Ändra som ni vill; högst {most} ord. De får just de här orden.",
    )


def no_brief(fault: BriefFault, text: str) -> Said:
    """Why a text is no brief: it says nothing, or an expert would not read it to its end."""
    match fault:
        case BriefFault.TOO_LITTLE:
            return TOO_LITTLE
        case BriefFault.TOO_LONG:
            return _too_long(word_count(text), MOST_WORDS, Said("words", "ord"))
        case BriefFault.TOO_MANY_CHARACTERS:
            return _too_long(len(text.strip()), MOST_CHARACTERS, Said("characters", "tecken"))


def _too_long(count: int, most: int, of: Said) -> Said:
    return Said(
        f"These are {count} {of.en}; please leave at most {most}, so that it is read to its end.",
        f"Det här är {count} {of.sv}; lämna högst {most}, så att den blir läst till slut.",
    )


def why(brief: str, met: Said) -> Said:
    """Words of the need beside words of the service or expert, which come quoted."""
    return Said(
        f"You write “{brief}”, and this matches their description: {met.en}",
        f"Ni skriver ”{brief}”, och det stämmer med deras beskrivning: {met.sv}",
    )


def marked(words: str, kind: Said) -> Said:
    """One thing that looks secret."""
    return Said(f"“{words}”: {kind.en}", f"”{words}”: {kind.sv}")


def who_reads(role: str, unit: str) -> Said:
    """Who sees the brief, when the service has an expert."""
    return Said(
        f"Who will see it: the {role} at {unit}, or whoever stands in for them, and the innovation advisors, one of"
        " whom takes part.",
        f"De som får se det: den som svarar på {unit} ({role}), eller en ersättare, samt"
        " innovationsrådgivarna; en av dem är med i samtalet.",
    )


def who_reads_unnamed(unit: str) -> Said:
    """Who sees the brief, when nobody is named for the service."""
    return Said(
        f"Who will see it: the innovation advisors, and the person at {unit} whom they find for you.",
        f"De som får se det: innovationsrådgivarna och den person på {unit} som de hittar åt er.",
    )


def who_reads_colleague(unit: str) -> Said:
    """Who sees the brief, when an expert named a colleague."""
    return Said(
        f"Who will see it: a colleague at {unit} whom the expert named, and the innovation advisors.",
        f"De som får se det: en kollega på {unit} som experten nämnde, samt innovationsrådgivarna.",
    )
