"""Wishes are about who asks for a visit; those who work with them are named by what they did."""

from vrijplaats.core.own_data import ORGANISATION, LeftOut, Section, kept, words

_KINDS = {
    "ONE_TO_ONE": ("een-op-een", "one to one"),
    "COURSE": ("cursus", "course"),
    "CHILD_EVENT": ("ouder en kind", "parent and child"),
    "CAMP": ("kamp", "camp"),
    "DROP_IN": ("inloop", "drop-in"),
    "DESK": ("spreekuur", "desk"),
    "CHAPLAINCY": ("geestelijke verzorging", "chaplaincy"),
    "FAMILY": ("familie", "family"),
    "CHILD_ESCORT": ("met een kind mee", "with a child"),
    "AFTERCARE": ("na vrijlating", "after release"),
}
_WHOSE = {
    "MINE": ("van jou", "yours"),
    "OURS": ("van jullie", "your organisation's"),
    "EVERYONE": ("van iedereen", "everyone's"),
}
_STANDING = {
    "NOT_ASKED": ("nog niemand gevraagd", "nobody asked yet"),
    "ASKED": ("gevraagd", "asked"),
    "NOBODY_COULD": ("niemand kon", "nobody could"),
    "PROPOSED": ("voorgesteld aan een andere organisatie", "proposed to another organisation"),
}
SECTIONS = (
    Section(
        name="inbox_views",
        tables=("inbox_view",),
        title=words("Weergaven van verzoeken die je bewaarde", "Views of requests that you kept"),
        why=words("Om ze steeds weer te kunnen openen.", "To open them again and again."),
        until=words(
            "tot je ze weghaalt, of 30 dagen na je vertrek", "until you remove them, or 30 days after you leave"
        ),
        kept=(
            ORGANISATION,
            kept("name", "naam", "name"),
            kept("facility_code", "inrichting", "facility"),
            kept("language", "taal", "language"),
            kept("activity_kind", "soort", "kind", **_KINDS),
            kept("whose", "van wie", "whose", **_WHOSE),
            kept("standing", "hoe het staat", "how it stands", **_STANDING),
            kept("waiting_days", "wacht langer dan, in dagen", "waiting longer than, in days"),
            kept("waiting_at_most", "wacht hooguit, in dagen", "waiting at most, in days"),
            kept("opens_first", "opent als eerste", "opens first"),
            kept("created_at", "bewaard op", "kept on"),
        ),
        sql="""
select x.id, o.name as organisation, x.name, x.facility_code, x.language, x.activity_kind, x.whose, x.standing,
  x.waiting_days, x.waiting_at_most, x.opens_first, x.created_at
from inbox_view x join organisation o on o.id = x.organisation_id where x.person_id = $1
""",
    ),
)
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
