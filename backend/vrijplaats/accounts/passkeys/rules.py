"""What holds for every passkey."""

import re
from datetime import timedelta

from vrijplaats.core.errors import InvalidInput

CHALLENGE_LASTS = timedelta(minutes=5)
LONGEST_NAME = 60
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def passkey_name(given: str) -> str:
    """The name as it is kept; raises InvalidInput."""
    name = given.strip()
    if not 1 <= len(name) <= LONGEST_NAME or _CONTROL.search(name):
        raise InvalidInput(
            field="name",
            label={"nl": "naam", "en": "name"},
            requirement={
                "nl": f"gebruik 1 tot {LONGEST_NAME} tekens",
                "en": f"use 1 to {LONGEST_NAME} characters",
            },
        )
    return name
