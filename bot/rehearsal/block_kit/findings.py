"""The list of faults one check finds, and the measures every block and element shares: sizes, texts, options."""

from bot.rehearsal.block_kit.kinds import PLAIN, TEXT
from bot.rehearsal.wire import Json


class Findings:
    """Collects faults in the words of Slack's `invalid_blocks`, each with the place where it stands."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, path: str, why: str) -> None:
        """Note one fault."""
        self.found.append(f"{why} [json-pointer:{path}]")

    def size(self, value: object, limit: int, path: str, least: int = 0) -> None:
        """Measure a text or a list; an absent one is fine."""
        if value is None:
            return
        if not isinstance(value, str | list):
            self.add(path, f"must be a text or a list, not {type(value).__name__}")
            return
        if len(value) > limit:
            texts = f"must be less than {limit + 1} characters"
            self.add(path, texts if isinstance(value, str) else f"no more than {limit} items allowed")
        if len(value) < least:
            self.add(path, f"must be at least {least} long")

    def text(self, value: object, limit: int, path: str, kinds: frozenset[str] = TEXT) -> None:
        """Check a text object that has to be there."""
        if value is None:
            self.add(path, "missing required field: text")
        elif not isinstance(value, dict) or value.get("type") not in kinds:
            self.add(path, f"must be a text object of {sorted(kinds)}")
        else:
            self._wording(value, limit, path)

    def _wording(self, value: Json, limit: int, path: str) -> None:
        words = value.get("text")
        if not isinstance(words, str) or not words:
            self.add(path + "/text", "must be more than 0 characters")
        else:
            self.size(words, limit, path + "/text")
        if value["type"] == "mrkdwn" and "emoji" in value:
            self.add(path, "emoji is only for plain_text")

    def options(self, options: object, path: str, limit: int = 100, kinds: frozenset[str] = PLAIN) -> None:
        """Check a list of options, whose values may not repeat."""
        listed = options if isinstance(options, list) else []
        self.size(listed, limit, path, least=1)
        seen: set[str] = set()
        for n, option in enumerate(listed):
            self.text(option.get("text"), 75, f"{path}/{n}/text", kinds)
            self.size(option.get("value"), 150, f"{path}/{n}/value")
            if option.get("description"):
                self.text(option["description"], 75, f"{path}/{n}/description", kinds)
            if option.get("value") in seen:
                self.add(f"{path}/{n}/value", "duplicate option value")
            seen.add(option.get("value", ""))
