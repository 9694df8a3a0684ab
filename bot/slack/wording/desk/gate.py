"""What is said to whoever is not an advisor, wherever on the desk they got to."""

from bot.slack.wording.said import Said

ADVISORS_ONLY = Said(
    "Only the innovation advisors of the campus can use this.",
    "Bara innovationsrådgivarna på campus kan använda det här.",
)
