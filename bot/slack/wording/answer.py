"""The answer to a need, apart from its matches: what was understood, what is missing, who else can read it."""

from bot.slack.wording.said import Said

FOUND = Said("These come closest to what you need.", "De här ligger närmast det ni behöver.")
FOUND_FOR_PARTS = Said(
    "You ask for several things. This is the closest for each of them.",
    "Ni söker flera saker. Det här ligger närmast för var och en av dem.",
)
FOUND_CHOSEN = Said(
    "This is what you chose. What else comes near is behind the button.",
    "Det här är vad ni valde. Vad mer som ligger nära finns bakom knappen.",
)
FOUND_UNSURE = Said(
    "I am not sure that these fit, but nothing comes closer to what you wrote.",
    "Jag är inte säker på att de här passar, men inget ligger närmare det ni skrev.",
)
NOTHING_FITS = Said(
    "I have gone through everything here, and nothing fits well enough for me to suggest it.",
    "Jag har gått igenom allt som finns här, och inget passar tillräckligt bra för att jag ska föreslå det.",
)
NEAREST = Said("Nearest, and why they do not fit:", "Närmast, och varför de ändå inte passar:")
ADVISOR_HAS_IT = Said(
    "An innovation advisor has your need now and will answer you.",
    "En innovationsrådgivare har fått ert behov och svarar er.",
)
NOT_A_NEED = Said(
    "I help companies find the research infrastructure, or the person, that can help them.",
    "Jag hjälper företag att hitta den forskningsinfrastruktur, eller den person, som kan hjälpa dem.",
)
TELL_ME = Said(
    "Tell me in your own words what you need. For example: “We want to see whether our coating harms living cells.”",
    "Berätta med egna ord vad ni behöver. Till exempel: ”Vi vill se om vår ytbeläggning skadar levande celler.”",
)
SAY_MORE = Said(
    "Say a little more: what do you want to find out or make, and what do you have today?",
    "Berätta lite mer: vad vill ni ta reda på eller göra, och vad har ni i dag?",
)
REPLY_HERE = Said("Reply in this thread.", "Svara i den här tråden.")
REPLY_AND_MENTION = Said(
    "Reply in this thread and mention me again.",
    "Svara i den här tråden och nämn mig igen.",
)
SKIP = Said("Skip", "Hoppa över")
SKIPPED = Said("The nearest matches, going by what you wrote:", "De närmaste träffarna, utifrån det ni skrev:")
NOTHING_NEAR = Said("There is nothing near it in the catalogue.", "Det finns inget i närheten i katalogen.")
ALL_TITLE = Said("All matches", "Alla träffar")
CLOSE = Said("Close", "Stäng")
ONLY_YOU_AND_ADVISORS = Said(
    "Nobody but you and the innovation advisors sees this.",
    "Ingen annan än ni och innovationsrådgivarna ser det här.",
)
OTHERS_READ_THIS = Said(
    "Others in this channel can read this. When you write to me directly, or use /lotsen, only the innovation advisors"
    " read along.",
    "Andra i kanalen kan läsa det här. När ni skriver direkt till mig, eller använder /lotsen, läser bara"
    " innovationsrådgivarna med.",
)
OTHER_LANGUAGE = Said(
    "I read English and Swedish best. If this looks wrong, try one of them.",
    "Jag läser svenska och engelska bäst. Om det här ser fel ut, prova ett av dem.",
)


def i_read(limits: str) -> Said:
    """The hard limits that were read from the need, so that the company can correct them."""
    return Said(f"I read: {limits}", f"Jag har uppfattat: {limits}")


def for_part(text: str) -> Said:
    """Above the match that serves one part of a need."""
    return Said(f"For “{text}”", f"För ”{text}”")


def missing(words: str) -> Said:
    """Words of the need that nothing here answers to."""
    return Said(f"What I could not find here: {words}", f"Det här hittade jag inte: {words}")


def elsewhere(text: str) -> Said:
    """A way outside the campus that the catalogue knows of."""
    return Said(f"Another way: {text}", f"En annan väg: {text}")


def chose(option: str) -> Said:
    """In place of a question once it is answered."""
    return Said(f"You chose: {option}. I am looking again.", f"Ni valde: {option}. Jag letar igen.")


def in_short(names: str) -> Said:
    """The matches in one line, for notifications and screen readers."""
    return Said(f"Closest to what you need: {names}", f"Närmast det ni behöver: {names}")
