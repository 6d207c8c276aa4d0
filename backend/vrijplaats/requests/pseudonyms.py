"""Names to call somebody by who keeps their own: a place outside and a number ("Duin 27"), by lot."""

import secrets

_PLACES = (
    "Akker Baai Beek Berg Boog Bos Bron Brug Delta Dijk Duin Eiland Erf Haven Heide Heuvel Hof Horizon Kade "
    "Kreek Kust Laan Lente Maan Markt Meer Molen Oever Pad Park Plein Polder Poort Regen Rivier Schans "
    "Singel Sluis Sneeuw Stad Steiger Ster Strand Tuin Vaart Veen Veld Venster Vijver Vlakte Wad Weide "
    "Werf Wind Wolk Zee Zomer Zon"
)
PLACES = tuple(_PLACES.split())
_FIRST_TRIES, _SMALL, _LARGE = 8, 99, 9999


def draw_pseudonym(attempt: int = 0) -> str:
    """A pseudonym by lot, so that it can tell nothing; after some that were taken the numbers grow."""
    highest = _SMALL if attempt < _FIRST_TRIES else _LARGE
    return f"{secrets.choice(PLACES)} {secrets.randbelow(highest) + 1}"
