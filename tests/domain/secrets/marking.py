"""What one recogniser marks in a text, as the words themselves."""

from bot.domain.secrets.secret import Recogniser, Span


def marked(recogniser: Recogniser, text: str) -> list[str]:
    """In order; of marks within each other the outer one, as in the whole."""
    spans = sorted(set(recogniser.spans(text)))
    return [text[span.start : span.end] for span in spans if not any(_within(span, other) for other in spans)]


def _within(span: Span, other: Span) -> bool:
    return span != other and other.start <= span.start and span.end <= other.end
