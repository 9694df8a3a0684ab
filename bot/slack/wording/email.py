"""The ready e-mails of advisors: asking an expert who cannot be asked in Slack, or introducing two who said yes."""

from bot.slack.wording.said import Said

_A_COMPANY = Said("A company", "Ett företag")
_THE_COMPANY = Said("the company that asked", "företaget som frågade")


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


def introducing(expert: Said, match: Said, brief: str, company: str | None) -> Said:
    """The whole e-mail to both sides, who agreed to meet; it names the company only when that chose to be named."""
    who = Said(company, company) if company else _THE_COMPANY
    return Said(
        f"Subject: An introduction, about {match.en}\n\n"
        f"Dear both,\n\n"
        f"You have both said yes to meeting, and so I introduce you: {who.en}, and {expert.en}, about {match.en}."
        " These are the words that both of you have read:\n\n"
        f"{brief}\n\n"
        "Twenty minutes are enough to begin with. Which times suit you?\n\n"
        "Kind regards",
        f"Ämne: En introduktion, om {match.sv}\n\n"
        f"Hej båda,\n\n"
        f"Ni har båda sagt ja till att träffas, så nu presenterar jag er: {who.sv}, och {expert.sv}, om {match.sv}."
        " De här orden har båda läst:\n\n"
        f"{brief}\n\n"
        "Tjugo minuter räcker till att börja med. Vilka tider passar er?\n\n"
        "Vänliga hälsningar",
    )
