"""What is kept of invitations to a volunteer, and of who visits whom."""

from vrijplaats.core.own_data import (
    FACILITY,
    ORGANISATION,
    WHILE_VOLUNTEER,
    WITH_THE_RECORD,
    LeftOut,
    Row,
    Section,
    kept,
    words,
)
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.words import sentence

_OFFER = {
    "LIVE": ("open", "open"),
    "ACCEPTED": ("ja gezegd", "said yes"),
    "DECLINED": ("nu niet", "not now"),
    "WITHDRAWN": ("ingetrokken", "withdrawn"),
    "EXPIRED": ("tijd is om", "time is up"),
}
_DECLINED = {
    "NO_TIME": ("geen tijd", "no time"),
    "TOO_FAR": ("te ver", "too far"),
    "NOT_NOW": ("nu niet", "not now"),
    "OTHER": ("anders", "other"),
}
_WISH = {"CONTINUE": ("doorgaan", "to go on"), "STOP": ("stoppen", "to stop")}
_MATCH = {
    "ACTIVE": ("loopt", "running"),
    "REVIEW": ("even bekijken", "to be looked at"),
    "ENDED": ("afgerond", "ended"),
}
_ENDED = {
    "DETAINEE_WISH": ("wens van de ander", "wish of the other"),
    "VOLUNTEER_WISH": ("jouw wens", "your wish"),
    "RELEASED": ("vrijgekomen", "released"),
    "TRANSFERRED": ("overgeplaatst", "transferred"),
    "NO_CLICK": ("geen klik", "no click"),
    "OTHER": ("anders", "other"),
}
_SIGNALS = {
    "SILENT_30": ("dertig dagen niets gehoord", "nothing heard for thirty days"),
    "OVERLOADED": ("veel tegelijk", "much at once"),
    "FIRST_VISIT": ("eerste bezoek geweest", "first visit done"),
    "NEVER_ASKED": ("klaar, nog nooit gevraagd", "ready, never asked yet"),
    "SILENT_14": ("twee weken niets gehoord", "nothing heard for two weeks"),
    "HALF_YEAR": ("koppeling loopt een half jaar of langer", "match running for half a year or more"),
}
_MINE = """
join volunteer v on v.id = x.volunteer_id join organisation o on o.id = x.organisation_id
join facility f on f.id = x.facility_id where v.person_id = $1
"""


def _reasons(row: Row, locale: str) -> Row:
    return row | {"reasons": [sentence(Fact.from_json(each), locale, personal=True) for each in row["reasons"]]}


SECTIONS = (
    Section(
        name="offers",
        tables=("offer",),
        title=words("Vragen om bezoek die je kreeg", "Requests for a visit that you got"),
        why=words("Om iemand te vinden voor wie wacht.", "To find somebody for who waits."),
        until=WITH_THE_RECORD,
        kept=(
            ORGANISATION,
            FACILITY,
            kept("created_at", "gevraagd op", "asked on"),
            kept("expires_at", "antwoorden kon tot", "answer possible until"),
            kept("state", "antwoord", "answer", **_OFFER),
            kept("answered_at", "geantwoord op", "answered on"),
            kept("decline_reason", "reden", "reason", **_DECLINED),
            kept("distance_kilometres", "afstand in km", "distance in km"),
            kept("reasons", "waarom jij", "why you"),
        ),
        sql=f"""select x.id, o.name as organisation, f.name as facility, x.created_at, x.expires_at, x.state,
          x.answered_at,
          x.decline_reason, x.distance_kilometres, x.reasons
        from offer x {_MINE}""",
        reshaped=_reasons,
    ),
    Section(
        name="matches",
        tables=("match",),
        title=words("Wie je bezoekt en bezocht", "Whom you visit and visited"),
        why=words(
            "Om bezoek te kunnen plannen. De naam van de ander staat er niet bij: die is van de ander.",
            "To be able to plan visits. The name of the other is not here: it is theirs.",
        ),
        until=WITH_THE_RECORD,
        kept=(
            ORGANISATION,
            FACILITY,
            kept("pseudonym", "verzonnen naam van de ander", "made-up name of the other"),
            kept("state", "stand", "state", **_MATCH),
            kept("rhythm_weeks", "om de zoveel weken", "every so many weeks"),
            kept("started_on", "begonnen op", "begun on"),
            kept("ended_on", "afgerond op", "ended on"),
            kept("end_reason", "reden", "reason", **_ENDED),
            kept("outside_until", "na vrijkomen tot", "after release until"),
            kept("wish", "wat je wilde na een vertrek", "what you wanted after a departure", **_WISH),
        ),
        sql=f"""select x.id, o.name as organisation, f.name as facility, x.pseudonym, x.state,
          x.rhythm_weeks, x.started_on,
          x.ended_on, x.end_reason, x.outside_until,
          (select r.wish from match_review r where r.match_id = x.id order by r.created_at desc limit 1) as wish
        from match x {_MINE}""",
    ),
    Section(
        name="take_overs",
        tables=("match_review.asked_id",),
        title=words("Vragen om iemand na vrijkomen over te nemen", "Requests to take over after a release"),
        why=words("Om na vrijkomen iemand in de buurt te vinden.", "To find somebody near after a release."),
        until=WITH_THE_RECORD,
        kept=(
            ORGANISATION,
            kept("asked_at", "gevraagd op", "asked on"),
            kept("answer", "antwoord", "answer", YES=("ja", "yes"), NO=("nee", "no")),
            kept("answered_at", "geantwoord op", "answered on"),
        ),
        sql="""select x.id, o.name as organisation, x.asked_at, x.answer, x.answered_at
        from match_review x join volunteer v on v.id = x.asked_id join organisation o on o.id = x.organisation_id
        where v.person_id = $1""",
    ),
    Section(
        name="care_talks",
        tables=("care_talk",),
        title=words("Dat je coördinator je sprak", "That your coordinator spoke with you"),
        why=words(
            "Zo weten coördinatoren dat een collega je al sprak. Wat er is gezegd, bewaren we nooit.",
            "So coordinators know that a colleague has spoken with you. What was said is never kept.",
        ),
        until=WHILE_VOLUNTEER,
        kept=(
            ORGANISATION,
            kept("signal", "naar aanleiding van", "because of", **_SIGNALS),
            kept("spoken_at", "op", "on"),
        ),
        sql="""select x.id, o.name as organisation, x.signal, x.spoken_at
        from care_talk x join volunteer v on v.id = x.volunteer_id join organisation o on o.id = x.organisation_id
        where v.person_id = $1""",
    ),
)
LEFT_OUT = (
    LeftOut(
        tables=("care_talk.spoken_by",),
        why=words(
            "Als coördinator sprak je een vrijwilliger: dat gaat over die ander. Wanneer het was, staat bij wat je"
            " deed.",
            "As a coordinator you spoke with a volunteer: that is about them. When it was stands under what you did.",
        ),
    ),
    LeftOut(
        tables=("departure.reported_by", "match_review.chosen_by"),
        why=words(
            "Dat je een vertrek meldde, of koos hoe een koppeling doorgaat, gaat over een ander. Het staat bij wat"
            " je deed.",
            "That you reported a departure, or chose how a match goes on, is about another. It stands under what you"
            " did.",
        ),
    ),
    LeftOut(
        tables=("matching_weight.changed_by", "offer.offered_by", "waves.started_by"),
        why=words(
            "Als coördinator nodigde je iemand uit, of koos je wat telt: dat gaat niet over jou. Wanneer je het deed,"
            " staat bij wat je deed.",
            "As a coordinator you invited somebody, or chose what counts: that is not about you. When you did it stands"
            " under what you did.",
        ),
    ),
)
