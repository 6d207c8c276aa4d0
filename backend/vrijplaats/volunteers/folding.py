"""Text as it reads, whatever signs it was typed with: what looks the same is screened the same.

Full-width letters, invisible signs, accents, fancy dashes and the Cyrillic or Greek letters that look like ours are
brought back to plain ones, and each plain sign remembers which sign of the original it came from.
"""

import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys("‐‑‒–—―−﹣－⁃˗", "-")
_LOOKALIKES = dict(zip("аеёорсухіїјѕԁɡոӏтнкмвгпи", "aeeopcyxiijsdgnlthkmbrnu", strict=True))
_LOOKALIKES |= dict(zip("αειορντκηχυıłøđŧ", "aeiopvtknxuilodt", strict=True))


@dataclass(frozen=True, slots=True)
class Folded:
    """The plain text, and of each of its signs the place in the original."""

    plain: str
    places: tuple[int, ...]
    original: str

    def written(self, start: int, end: int) -> str:
        """The piece of the original that reads as plain[start:end]."""
        return self.original[self.places[start] : self.places[end - 1] + 1]


def fold(text: str) -> Folded:
    """Lower case, plain letters, digits, dashes and spaces."""
    plain: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in _folded(sign):
            plain.append(letter)
            places.append(place)
    return Folded("".join(plain), tuple(places), text)


def _folded(sign: str) -> str:
    pieces = (_plain(piece) for piece in unicodedata.normalize("NFKD", sign.casefold()))
    return "".join(pieces)


def _plain(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in {"Mn", "Me", "Cf", "Cc", "Cs"} and not sign.isspace():
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if sign.isspace():
        return " "
    return _DASHES.get(sign) or _LOOKALIKES.get(sign, sign)
