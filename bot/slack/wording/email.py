"""The ready e-mail in which an advisor asks an expert who cannot be asked in Slack."""

from bot.slack.wording.said import Said

_A_COMPANY = Said("A company", "Ett företag")


def email(role: str, match: Said, brief: str, company: str | None) -> Said:
    """The whole e-mail to an expert; it names the company only when that chose to be named."""
    who = Said(company, company) if company else _A_COMPANY
    return Said(
        f"Subject: {who.en} asks about {match.en}\n\n"
        f"Dear {role},\n\n"
        f"{who.en} has asked for help, and {match.en} came up as a match. These words are approved for you:\n\n"
        f"{brief}\n\n"
        "May we introduce you? Twenty minutes are enough to begin with, and a no is a fine answer too.\n\n"
        "Kind regards",
        f"Ämne: {who.sv} frågar om {match.sv}\n\n"
        f"Hej,\n\n"
        f"{who.sv} har bett om hjälp, och {match.sv} ser ut att passa. De här orden är godkända för er:\n\n"
        f"{brief}\n\n"
        "Får vi sätta er i kontakt? Tjugo minuter räcker till att börja med, och ett nej är också ett bra svar.\n\n"
        "Vänliga hälsningar",
    )
