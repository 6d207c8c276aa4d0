"""Words about what somebody did or has to serve (promise 1), wherever people write to or about volunteers. Pure."""

import re

from vrijplaats.volunteers.folding import fold

_COUNT = r"(?:\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|achttien|twintig|dertig)"
# the beginnings of such words, in Dutch and in English; the rest of the word does not matter
_BEGIN = (
    r"\w{0,20}delict|misdrij[fv]|misda(?:ad|den)|zeden(?:za(?:ak|ken)|del)|moord|doodslag|overval|inbra(?:ak|ken)|diefstal"
    r"|verkracht|aanrand|mishandel|drugs(?:za(?:ak|ken)|handel)|ontucht|pedo|veroorde(?:el|ling)|vonnis|recidiv|levenslang"
    r"|(?:gevangenis|cel|vrijheids)straf|straf(?:maat|blad|za(?:ak|ken)|feit)|brandsticht|(?:vuur)?wapenbezit|vuurwapen"
    r"|\w{0,20}smokkel|oplicht(?:er|ing)|witwas|afpers|ontvoer|gijzel|stalk(?:er|ing|t\b)|terroris|steekpartij"
    rf"|kre(?:eg|gen) (?:er )?{_COUNT} (?:jaar|maanden)\b(?! (?:geleden|later|de tijd|pauze|uitstel))"
    r"|offen[cs]e|convict|sentenced|verdict|murder|rapist|robber|burglar|theft"
)
# a word as a whole, that begins other words as well
_WHOLE = r"tbs|isd|crimes?|arson|smuggl(?:er|ing)|got \d{1,2} years"
_OFFENCES = re.compile(rf"\b(?:(?:{_BEGIN})\w*|(?:{_WHOLE})\b)")


def offence_word(text: str) -> str | None:
    """The word that names an offence or a sentence, as it was written; None when there is none."""
    folded = fold(text)
    found = _OFFENCES.search(folded.plain)
    return folded.written(*found.span()) if found else None
