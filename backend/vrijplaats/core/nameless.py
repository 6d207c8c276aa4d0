"""What stands where the name of somebody stood who has been erased: kept in one language, told in the reader's."""

from typing import Any

from vrijplaats.core.errors import Words, in_language

WORDS: Words = {"nl": "Iemand van vroeger", "en": "Someone who has left"}
# as it is kept
NAMELESS = WORDS["nl"]


def told(data: Any, locale: str) -> Any:
    """The answer with those words as this reader says them, wherever a name is shown."""
    words = in_language(WORDS, locale)
    return data if words == NAMELESS else _with(words, data)


def _with(words: str, data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _with(words, value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with(words, value) for value in data]
    return words if data == NAMELESS else data
