"""Publications are of nobody; who published one is named by what they did."""

from vrijplaats.core.own_data import LeftOut, words

LEFT_OUT = (
    LeftOut(
        tables=("publication.published_by",),
        why=words(
            "Wie een rapport publiceerde. Wanneer jij dat deed, staat bij wat je deed.",
            "Who published a report. When you did so stands under what you did.",
        ),
    ),
)
