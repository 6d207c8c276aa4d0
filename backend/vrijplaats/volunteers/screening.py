"""What a text may not carry (promise 1): the name of a plan, or a citizen number. Pure.

Errs towards letting ordinary sentences through: people write "is van plan" and "we plannen het bezoek", and a telephone
number or a date is no citizen number.
"""

import re
from itertools import accumulate

from vrijplaats.volunteers.folding import fold

_JOIN = r"[\s\-_./]{0,3}"
# detentie-en-re-integratieplan in every spelling that was seen or can be thought of
_D_AND_R = rf"d[\s.]{{0,2}}(?:(?:&(?:amp;)?|\+){_JOIN}|[\s\-]{{1,2}}(?:en|and|n){_JOIN}|en-?)r"
_PLAN = r"plan(?:nen|ning|s)?"
_KINDS = (
    r"(?:(?:detentie|traject|behandel|begeleiding|uitstroom|terugkeer|fasering|verblijf|verlof|zorg|nazorg|straf"
    r"|reclassering|handeling|penitentiair|re[\s\-]?socialisatie|detention|sentence|treatment|rehabilitation)[se]?)"
)
_WHOSE = r"(?:het|dit|dat|zijn|haar|hun|mijn|diens|the|this|his|her|their|my)"
_IN = r"(?:in|uit|volgens|conform|vanuit|from|per)"
# one plan, as a noun: "is van plan", "het plannen", "zijn planning" and "het plan is om" are about the visit
_NOUN = r"plan(?:s)?\b(?!\s{1,3}(?:is|was)\s{1,3}(?:om|dat|to|that)\b)"
_REFERENCES = re.compile(
    "|".join(
        (
            rf"\b{_D_AND_R}{_JOIN}{_PLAN}\b",
            rf"\b{_D_AND_R}\b",
            rf"\bd[.\-/]?r[.]?[\s\-]{{0,2}}{_PLAN}\b",
            rf"\b{_KINDS}{_JOIN}{_PLAN}\b",
            # a goal of that sort, and every other word of that family
            r"\bre[\s\-]{0,2}integr\w{0,30}(?:[\s\-]{1,2}(?:doel|goal|plan)\w{0,6})?",
            r"\bdetentie(?:doel|fasering)\w{0,6}\b",
            rf"\b{_WHOSE}\s{{1,3}}(?:(?!van\s)\w{{1,20}}\s{{1,3}})?{_NOUN}",
            rf"\b{_IN}\s{{1,3}}(?:(?:een|a|an)\s{{1,3}})?{_NOUN}",
            rf"\b{_NOUN}\s{{1,3}}van\s{{1,3}}(?:aanpak|(?:de\s{{1,3}})?(?:case|mentor|piw)\w{{0,12}})",
            rf"\b(?:case\s?managers?|mentor)[\s\-']{{0,3}}s?{_PLAN}\b",
        )
    )
)

_GAP = r"[\s.\-_/·]{0,3}"
_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
_TIME = "(?:[01]?[0-9]|2[0-4])[.][0-5][0-9]"
_ALONE, _ENDS = r"(?<![0-9])(?<![0-9][.\-/_])", r"(?![.\-/_]?[0-9])"
_NO_CITIZEN_NUMBER = re.compile(
    "|".join(
        (
            rf"{_ALONE}{_DAY}([-./]){_MONTH}\1{_YEAR}{_ENDS}",
            rf"{_ALONE}{_YEAR}([-./]){_MONTH}\2{_DAY}{_ENDS}",
            rf"{_ALONE}{_TIME} ?- ?{_TIME}{_ENDS}",
            # Dutch telephone numbers: ten digits from 0, or +31 and nine
            r"(?<![0-9])06[ \-]?(?:[0-9][ \-]?){7}[0-9](?![0-9])",
            r"(?<![0-9])0[1-9][0-9][ \-]?(?:[0-9][ \-]?){6}[0-9](?![0-9])",
            r"(?<![0-9])0[1-9][0-9]{2}[ \-]?(?:[0-9][ \-]?){5}[0-9](?![0-9])",
            r"(?:\+|(?<![0-9])00) ?31[ \-]?(?:\(0\) ?)?[1-9][ \-]?(?:[0-9][ \-]?){7}[0-9](?![0-9])",
        )
    )
)
# written by threes it is one whatever stands between: 123,456,782
_BY_THREES = re.compile(r"(?<![0-9])([0-9]{3})[^0-9a-z]{1,5}([0-9]{3})[^0-9a-z]{1,5}([0-9]{3})(?![0-9])")
_NUMBER_CHAIN = re.compile(rf"[0-9]+(?:{_GAP}[0-9]+)*")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def plan_reference(text: str) -> str | None:
    """The words that name a plan, as they were written; None when there are none."""
    folded = fold(text)
    found = _REFERENCES.search(folded.plain)
    return folded.written(*found.span()) if found else None


def carries_citizen_number(text: str) -> bool:
    """Whether eight or nine digits, also with spaces, dots or dashes between them, pass the eleven test."""
    plain = _BY_THREES.sub(r"\1 \2 \3", _NO_CITIZEN_NUMBER.sub(" x ", fold(text).plain))
    return any(_holds_one(re.findall("[0-9]+", chain)) for chain in _NUMBER_CHAIN.findall(plain))


def passes_eleven_test(digits: str) -> bool:
    """The check of a citizen number: eight digits are nine with a 0 before them; all zeros is none."""
    nine = digits.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, nine, strict=True))
    return total % 11 == 0 and nine.strip("0") != ""


def _holds_one(groups: list[str]) -> bool:
    """Whether neighbouring groups together are such a number: "1234 56 782" is, a longer single number is not."""
    ends = [0, *accumulate(len(group) for group in groups)]
    digits = "".join(groups)
    return any(
        end - start in (8, 9) and passes_eleven_test(digits[start:end])
        for number, start in enumerate(ends)
        for end in ends[number + 1 :]
    )
