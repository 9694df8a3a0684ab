"""The Home tab and the prompts offered when somebody opens the direct message."""

from bot.slack.wording.said import Said

TITLE = Said("Find the right help on campus", "Hitta rätt hjälp på campus")
WHAT_IT_DOES = (
    Said("You say what you need, in your own words.", "Ni säger vad ni behöver, med egna ord."),
    Said(
        "I find the services and experts that can help, and say why.",
        "Jag hittar de tjänster och experter som kan hjälpa till, och säger varför.",
    ),
    Said(
        "You choose, and I bring you together in a conversation.",
        "Ni väljer, och jag för er samman i ett samtal.",
    ),
)
ASK = Said("Ask", "Fråga")
OTHER_WAYS_TITLE = Said("Other ways to ask", "Andra sätt att fråga")
OTHER_WAYS = (
    Said(
        "Write to me in the Messages tab; only the innovation advisors see it besides you.",
        "Skriv till mig under Meddelanden; utom du själv ser bara innovationsrådgivarna det.",
    ),
    Said(
        "Type /lotsen and your need anywhere; the answer comes to you alone.",
        "Skriv /lotsen och ert behov var som helst; svaret kommer bara till dig.",
    ),
    Said(
        "Mention me in a channel, when others may read along.",
        "Nämn mig i en kanal, när andra får läsa med.",
    ),
    Said(
        "On a message that holds a need: More actions, Find help for this message.",
        "På ett meddelande med ett behov: Fler åtgärder, Find help for this message.",
    ),
)
YOUR_WORDS_TITLE = Said("What happens with what you write", "Vad som händer med det ni skriver")
YOUR_WORDS = Said(
    "It is kept on the campus's own server, and no outside service but Slack sees it. The innovation advisors can read"
    " it, so that nothing is forgotten. An expert sees only the text that you approve.",
    "Det sparas på campus egen server, och ingen utomstående tjänst utom Slack ser det. Innovationsrådgivarna kan läsa"
    " det, så att inget glöms bort. En expert ser bara den text som ni godkänner.",
)
YOUR_NEEDS_TITLE = Said("My needs and introductions", "Era behov och introduktioner")
NO_NEEDS = Said("Nothing yet. What you ask appears here.", "Inget än. Det ni frågar om visas här.")
OLDER = Said("Older ones: /lotsen export.", "Äldre: /lotsen exportera.")
ABOUT_ME_TITLE = Said("What others may see about me", "Vad andra får se om er")
ABOUT_ME_NOBODY = Said("No expert has read anything of yours.", "Ingen expert har läst något av er.")
ABOUT_ME_ADVISORS = Said(
    "The innovation advisors can read your needs and how your introductions stand.",
    "Innovationsrådgivarna kan läsa era behov och hur det går med era introduktioner.",
)
MY_DATA_TITLE = Said("My data", "Mina uppgifter")
EXPERT_TITLE = Said("Requests to you", "Frågor till dig")
NO_REQUESTS = Said("Nobody waits for your answer.", "Ingen väntar på ditt svar.")
OPEN_REQUESTS = Said(
    "These wait for your answer, in your direct messages with me:",
    "De här väntar på ditt svar, bland dina direktmeddelanden med mig:",
)
CHANGE = Said("Change how I am asked", "Ändra hur jag blir frågad")
PROMPTS_TITLE = Said("For example", "Till exempel")
PROMPTS = (
    (
        Said("See inside living cells", "Se in i levande celler"),
        Said(
            "We want to see whether our coating harms living cells.",
            "Vi vill se om vår ytbeläggning skadar levande celler.",
        ),
    ),
    (
        Said("Make a first prototype", "Göra en första prototyp"),
        Said(
            "Where can we build and print a first prototype of a wearable sensor?",
            "Var kan vi bygga och skriva ut en första prototyp av en bärbar sensor?",
        ),
    ),
    (
        Said("Test with patients", "Testa med patienter"),
        Said(
            "Who can help us run a first small study with patients?",
            "Vem kan hjälpa oss att göra en första liten studie med patienter?",
        ),
    ),
)


def has_read(who: Said, *, named: bool) -> Said:
    """Who has read an approved brief, and whether they read the company's name."""
    name = Said("with your name", "med ert namn") if named else Said("without your name", "utan ert namn")
    return Said(f"{who.en} has your text, {name.en}.", f"{who.sv} har er text, {name.sv}.")


def knows_you(who: Said) -> Said:
    """Who knows the company, after both said yes."""
    return Said(f"{who.en} knows who you are.", f"{who.sv} vet vilka ni är.")


def answered_by(match: str, by: str) -> Said:
    """One open request of an expert."""
    return Said(f"{match}: answer {by}", f"{match}: svar {by}")
