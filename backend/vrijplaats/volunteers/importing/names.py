"""Whether two names at one address are of one person. Pure.

People share an address: a couple, a parish, a convent. Writing a paper into the wrong file is worse than asking for a
reference once, so what is not clearly one person is two."""

from vrijplaats.volunteers.places import folded

# a name with its number
Called = tuple[str, str | None]
_BETWEEN = frozenset("de der den het t ten ter te van von vd la le du di da dos del el al bin ibn en".split())
_BEFORE = frozenset(
    "dhr mevr mw mevrouw meneer heer zuster zr broeder br pater pastor pastoor ds dr drs ir mr prof sr fr".split()
)
_SHORTEST = 3
# not the telephone of a house or an office
_MOBILE = "+316"


def same_person(one: Called, other: Called) -> bool:
    """The same pieces; or the same first name with a piece of the family name. With a mobile number in common also who
    took another family name, and an initial or a short form of the first name."""
    mine, theirs = _pieces(one[0]), _pieces(other[0])
    if set(mine) == set(theirs):
        return True
    shares = any(len(piece) > 1 for piece in {*mine[1:]} & {*theirs[1:]})
    if mine[0] == theirs[0]:
        return shares or _one_mobile(one[1], other[1])
    return shares and _short_form(mine[0], theirs[0]) and _one_mobile(one[1], other[1])


def _pieces(name: str) -> list[str]:
    """The first name first."""
    family, comma, given = name.partition(",")
    pieces = folded(f"{given} {family}" if comma else name).split()
    return [piece for piece in pieces if piece not in _BEFORE and piece not in _BETWEEN] or pieces or [""]


def _short_form(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= _SHORTEST)


def _one_mobile(one: str | None, other: str | None) -> bool:
    return one == other and one is not None and one.startswith(_MOBILE)
