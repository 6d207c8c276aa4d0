"""What is kept of a volunteer's visits, and of their calendar."""

from vrijplaats.core.own_data import FACILITY, ORGANISATION, Kept, LeftOut, Section, kept, words

_STATE = {
    "PROPOSED": ("gevraagd", "asked"),
    "CONFIRMED": ("bevestigd", "confirmed"),
    "CANCELLED": ("gaat niet door", "is off"),
    "LOGGED": ("vastgelegd", "logged"),
    "GIVEN_UP": ("een moment dat je losliet", "a time that you gave up"),
}
_SETTING = {
    "PRIVATE_ROOM": ("spreekkamer", "private room"),
    "SUPERVISED_HALL": ("bezoekzaal", "visiting hall"),
    "OUTSIDE": ("buiten", "outside"),
    "UNKNOWN": ("niet bekend", "not known"),
}
_REGIME = {
    "OFFICIAL": ("ambtelijk", "official"),
    "REGULAR_HOUR": ("kost het bezoekuur", "costs the visiting hour"),
    "OTHER": ("anders", "other"),
    "UNKNOWN": ("niet bekend", "not known"),
}
_OUTCOME = {
    "HELD": ("doorgegaan", "took place"),
    "VOLUNTEER_ABSENT": ("jij kon niet", "you could not"),
    "DETAINEE_ABSENT": ("de ander kwam niet", "the other did not come"),
    "FACILITY_CANCELLED": ("de inrichting zei af", "the facility called it off"),
}
_SIDE = {
    "FACILITY": ("inrichting", "facility"),
    "DETAINEE": ("de ander", "the other"),
    "VOLUNTEER": ("jij", "you"),
    "ORGANISATION": ("organisatie", "organisation"),
}
_SERIES_END = {
    "STOPPED": ("jij stopte ermee", "you stopped it"),
    "CHANGED": ("er kwam een andere afspraak", "another appointment took its place"),
    "MATCH_ENDED": ("de koppeling hield op", "the match came to its end"),
}

SECTIONS = (
    Section(
        name="visits",
        tables=("presence", "visit", "visit_log"),
        title=words("Je bezoeken", "Your visits"),
        why=words(
            "Om te plannen, om je reiskosten te betalen en om te tellen. Wat er is gezegd, staat nergens.",
            "To plan, to pay your travel and to count. What was said stands nowhere.",
        ),
        until=words(
            "zolang er geteld wordt; als je vertrekt telt een bezoek mee zonder je naam",
            "as long as visits are counted; once you leave yours counts without your name",
        ),
        kept=(
            ORGANISATION,
            FACILITY,
            kept("starts_at", "van", "from"),
            kept("ends_at", "tot", "until"),
            kept("pseudonym", "verzonnen naam van de ander", "made-up name of the other"),
            Kept("match", words("nummer van de koppeling", "number of the match"), for_programs=True),
            kept("state", "stand", "state", **_STATE),
            kept("regime", "bezoekvorm", "kind of visit", **_REGIME),
            kept("planned_setting", "ruimte volgens afspraak", "room as planned", **_SETTING),
            kept("cancel_side", "afgezegd door", "called off by", **_SIDE),
            kept("outcome", "hoe het ging", "how it went", **_OUTCOME),
            kept("minutes", "minuten", "minutes"),
            kept("setting", "ruimte zoals het was", "room as it was", **_SETTING),
            kept("travel_kilometres", "reiskilometers", "kilometres travelled"),
            kept("logged_at", "vastgelegd op", "logged on"),
            kept("corrected_at", "op jouw verzoek aangepast op", "changed at your request on"),
        ),
        sql="""select p.id, o.name as organisation, case when not p.outside then f.name end as facility,
          p.starts_at, p.ends_at, v.pseudonym,
          v.match_id as match, coalesce(v.state, 'GIVEN_UP') as state, v.regime, v.planned_setting, v.cancel_side,
          l.outcome,
          l.minutes, l.setting, l.travel_kilometres, l.logged_at,
          l.corrected_at
        from presence p
        join organisation o on o.id = p.organisation_id join facility f on f.id = p.facility_id
        left join visit v on v.presence_id = p.id and v.organisation_id = p.organisation_id
        left join visit_log l on l.visit_id = v.id
        where p.person_id = $1""",
    ),
    Section(
        name="rhythms",
        tables=("series",),
        title=words("Je vaste afspraken", "Your fixed appointments"),
        why=words("Om bezoeken vooruit te plannen.", "To plan visits ahead."),
        until=words("zolang de koppeling bewaard blijft", "as long as the match is kept"),
        kept=(
            ORGANISATION,
            FACILITY,
            Kept("match", words("nummer van de koppeling", "number of the match"), for_programs=True),
            kept("every_weeks", "om de hoeveel weken", "every how many weeks"),
            kept("first_day", "eerste dag", "first day"),
            kept("starts", "begint om", "begins at"),
            kept("minutes", "minuten", "minutes"),
            kept("created_at", "afgesproken op", "agreed on"),
            kept("ended_at", "gestopt op", "ended on"),
            kept("end_reason", "gestopt omdat", "ended because", **_SERIES_END),
        ),
        sql="""select s.id, o.name as organisation, f.name as facility, s.match_id as match, s.every_weeks, s.first_day,
          s.starts, s.minutes, s.created_at, s.ended_at, s.end_reason
        from series s join match m on m.id = s.match_id join volunteer v on v.id = m.volunteer_id
        join organisation o on o.id = s.organisation_id join facility f on f.id = s.facility_id
        where v.person_id = $1""",
    ),
    Section(
        name="calendar",
        tables=("calendar_feed",),
        title=words("Je agenda", "Your calendar"),
        why=words(
            "Je vroeg een adres waar je agenda je bezoeken haalt.", "You asked for an address for your calendar."
        ),
        until=words("tot je het stopt of vertrekt", "until you stop it or leave"),
        kept=(
            kept("created_at", "adres gemaakt op", "address made on"),
            kept("fetched_on", "laatst opgehaald op", "last fetched on"),
        ),
        sql="select id, created_at, fetched_on from calendar_feed where person_id = $1",
    ),
)
LEFT_OUT = (
    LeftOut(
        tables=("kilometre_rate.set_by",),
        why=words(
            "Als coördinator bepaalde je wat een kilometer waard is: dat gaat niet over jou. Wanneer je het deed, staat"
            " bij wat je deed.",
            "As a coordinator you set what a kilometre is worth: that is not about you. When you did it stands under"
            " what you did.",
        ),
    ),
    LeftOut(
        tables=(
            *("visit.proposed_by", "visit.confirmed_by", "visit_log.logged_by", "visit_log.corrected_by"),
            "series.started_by",
        ),
        why=words(
            "Wie een bezoek vroeg, bevestigde, vastlegde of aanpaste, of een vaste afspraak maakte."
            " Wanneer jij dat deed, staat bij wat je deed.",
            "Who asked for, confirmed, logged or corrected a visit, or made a fixed appointment."
            " When you did so stands under what you did.",
        ),
    ),
)
