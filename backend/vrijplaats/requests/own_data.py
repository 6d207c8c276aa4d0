"""Wishes are about who asks for a visit; those who work with them are named by what they did."""

from vrijplaats.core.own_data import LeftOut, words

LEFT_OUT = (
    LeftOut(
        tables=("visit_request.requested_by", "visit_request.claimed_by"),
        why=words(
            "Een verzoek gaat over wie bezoek wil. Wanneer je er iets mee deed, staat bij wat je deed.",
            "A request is about who wants a visit. When you did something with it stands under what you did.",
        ),
    ),
    LeftOut(
        tables=("reading_noted",),
        why=words(
            "Een uur lang: dat je een naam las, om het niet dubbel te schrijven. Het staat bij wat je deed.",
            "For an hour: that you read a name, so as not to write it twice. It stands under what you did.",
        ),
    ),
)
