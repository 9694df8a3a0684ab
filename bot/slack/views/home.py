"""The Home tab, and the prompts of the direct message."""

from bot.slack.blocks import Json, actions, bullets, button, divider, escape, header, words
from bot.slack.wording import home as wording

ASK = "home_ask"


def home_view(language: str) -> Json:
    """What Lotsen does, how to ask, and what happens with what one writes."""
    return {
        "type": "home",
        "blocks": [
            header(wording.TITLE.in_(language)),
            words("\n".join(each.in_(language) for each in wording.WHAT_IT_DOES)),
            actions(button(ASK, wording.ASK.in_(language), ASK, primary=True)),
            divider(),
            header(wording.OTHER_WAYS_TITLE.in_(language)),
            bullets(escape(each.in_(language)) for each in wording.OTHER_WAYS),
            header(wording.YOUR_WORDS_TITLE.in_(language)),
            words(wording.YOUR_WORDS.in_(language)),
        ],
    }


def prompts(language: str) -> list[dict[str, str]]:
    """Needs to begin with, as Slack's suggested prompts."""
    return [{"title": title.in_(language), "message": text.in_(language)} for title, text in wording.PROMPTS]
