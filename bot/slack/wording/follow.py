"""What is said in an introduction thread, or to a company without one, after the introduction."""

from bot.slack.wording.said import Said

MET = Said("We have met", "Vi har träffats")
NOT_YET = Said("Not yet", "Inte än")
CLOSE = Said("Close", "Avsluta")
CHANGE_ADVISOR = Said("Change advisor", "Byt rådgivare")
DID_YOU_MEET = Said(
    "Did you meet? I ask once, and then stay quiet.",
    "Har ni träffats? Jag frågar en gång, och är sedan tyst.",
)
NOT_YET_IS_FINE = Said(
    "That is fine. Press “We have met” when you have; I do not ask again.",
    "Det går bra. Tryck på ”Vi har träffats” när ni har gjort det; jag frågar inte igen.",
)
IS_OVER = Said(
    "This introduction is over already, so there is nothing left to do here. Thank you all the same.",
    "Introduktionen är redan avslutad, så det finns inget kvar att göra här. Tack ändå.",
)
NOTED_ALREADY = Said(
    "It is noted already that you have met. Thank you.", "Det är redan noterat att ni har träffats. Tack."
)
NO_NEW_THREAD = Said(
    "No other group message can be opened for this introduction, so the advisor stays the same. You may go on talking"
    " here.",
    "Det går inte att öppna något annat gruppmeddelande för den här introduktionen, så rådgivaren är densamma. Ni får"
    " gärna prata vidare här.",
)
CONFIRM_CLOSE_TITLE = Said("Close this introduction?", "Avsluta introduktionen?")
CONFIRM_CLOSE = Said(
    "Your conversation stays. Both sides are asked two short questions.",
    "Ert samtal finns kvar. Båda parter får två korta frågor.",
)
CONFIRM_ADVISOR_TITLE = Said("Change advisor?", "Byta rådgivare?")
CONFIRM_ADVISOR = Said(
    "Another advisor takes part from now on, in a new group message. Nobody needs to say why.",
    "En annan rådgivare är med från och med nu, i ett nytt gruppmeddelande. Ingen behöver säga varför.",
)
YES_CLOSE = Said("Close", "Avsluta")
YES_CHANGE = Said("Change", "Byt")
NO_BACK = Said("Back", "Tillbaka")
HAVE_MET = Said("You have met. Good luck with what comes next.", "Ni har träffats. Lycka till med nästa steg.")
ADVISOR_CHANGED = Said(
    "Another advisor takes part from now on. You find the conversation again among your group messages.",
    "En annan rådgivare är med från och med nu. Ni hittar samtalet igen bland era gruppmeddelanden.",
)
NO_OTHER_ADVISOR = Said(
    "If there is no other advisor at the moment, all stays as it is.",
    "Om det inte finns någon annan rådgivare just nu förblir allt som det är.",
)
THREAD_CLOSED = Said(
    "This introduction is closed. You may go on talking here.",
    "Den här introduktionen är avslutad. Ni får gärna prata vidare här.",
)
THREAD_WITHDRAWN = Said(
    "The company has taken this introduction back. Thank you all for your time.",
    "Företaget har tagit tillbaka introduktionen. Tack alla för er tid.",
)
NOT_FOR_YOU = Said(
    "Only those who take part, and the innovation advisors, can use these buttons.",
    "Bara de som är med, och innovationsrådgivarna, kan använda knapparna.",
)
