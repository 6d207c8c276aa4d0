"""What somebody was told, and what wakes their devices."""

from vrijplaats.core import clock
from vrijplaats.core.actor import Role
from vrijplaats.core.own_data import ORGANISATION, WHILE_ACCOUNT, Kept, LeftOut, Row, Section, kept, words
from vrijplaats.notices.rules import Facts, text

_MUTED = {
    "INVITATIONS": ("uitnodigingen", "invitations"),
    "VISITS": ("bezoeken", "visits"),
    "REMINDERS": ("herinneringen", "reminders"),
    "REQUESTS": ("verzoeken", "requests"),
    "ANSWERS": ("antwoorden", "answers"),
    "CALLS": ("bellen", "calls"),
    "MESSAGES": ("berichten", "messages"),
}


_NINETY_DAYS = words("90 dagen", "90 days")


def _in_words(row: Row, locale: str) -> Row:
    facts = Facts(
        event=row["event"],
        place=row["city"],
        deadline=row["expires_at"],
        starts_at=row["starts_at"],
        kind=row["kind"],
    )
    said = text(facts, role=_told_as(row), locale=locale, today=clock.today())
    return {name: row[name] for name in ("id", "event", "created_at", "read_at")} | {"text": said}


def _told_as(row: Row) -> Role:
    """As whom they were told: as the volunteer whose visit it is, or as one whose work it is."""
    return Role.VOLUNTEER if row["own_visit"] else Role.COORDINATOR


SECTIONS = (
    Section(
        name="notices",
        tables=("notice",),
        title=words("Wat je te horen kreeg", "What you were told"),
        why=words("Zodat je niets mist.", "So that you miss nothing."),
        until=WHILE_ACCOUNT,
        kept=(
            kept("text", "bericht", "notice"),
            Kept("event", words("soort", "kind"), for_programs=True),
            kept("created_at", "op", "on"),
            kept("read_at", "gelezen op", "read on"),
        ),
        sql="""select n.id, n.event, n.created_at, n.read_at, f.city, o.expires_at, p.starts_at,
          r.activity_kind as kind, coalesce(p.person_id = n.person_id, false) as own_visit
        from notice n
        left join facility f on f.id = (n.payload ->> 'facility')::uuid
        left join offer o on o.id = (n.payload ->> 'offer')::uuid
        left join visit_request r on r.id = coalesce(o.request_id, (n.payload ->> 'request')::uuid)
        left join visit v on v.id = (n.payload ->> 'visit')::uuid
        left join presence p on p.id = v.presence_id
        where n.person_id = $1""",
        reshaped=_in_words,
    ),
    Section(
        name="push_devices",
        tables=("push_subscription",),
        title=words("Apparaten die een melding krijgen", "Devices that are woken"),
        why=words(
            "Om je te laten weten dat iemand op je wacht. Het adres van je apparaat laten we weg: wie het heeft, kan je"
            " wekken.",
            "To let you know that somebody waits for you. The address of your device is left out: whoever has it"
            " can wake"
            " you.",
        ),
        until=words(
            "tot je uitlogt of ze uitzet, of 90 dagen niet kijkt (een coördinator: 30)",
            "until you sign out or turn them off, or do not look for 90 days (a coordinator: 30)",
        ),
        kept=(
            kept("service", "dienst die de melding brengt", "service that brings it"),
            kept("created_at", "aangezet op", "turned on"),
            kept("last_delivered_at", "laatste melding op", "last one on"),
            kept("gone_at", "niet meer te bereiken sinds", "not to be reached since"),
        ),
        sql="select id, service, created_at, last_delivered_at, gone_at from push_subscription where person_id = $1",
    ),
    Section(
        name="push_preferences",
        tables=("push_preference",),
        title=words("Wanneer je rust wilt", "When you want quiet"),
        why=words("Om je dan niet te storen.", "So as not to disturb you then."),
        until=WHILE_ACCOUNT,
        kept=(
            kept("quiet_from", "stil van (uur)", "quiet from (hour)"),
            kept("quiet_until", "stil tot (uur)", "quiet until (hour)"),
            Kept("muted", words("geen melding over", "not woken for"), {k: words(*v) for k, v in _MUTED.items()}),
            kept("letters", "brieven als je niets opent", "letters when you open nothing"),
        ),
        sql="""select person_id as id, quiet_from, quiet_until, muted, letters
        from push_preference where person_id = $1""",
    ),
    Section(
        name="messages",
        tables=("message_recipient",),
        title=words("Berichten van je coördinator", "Messages of your coordinator"),
        why=words("Om je te laten lezen wat er speelt.", "To let you read what is going on."),
        until=_NINETY_DAYS,
        kept=(
            ORGANISATION,
            kept("text", "bericht", "message"),
            kept("told_at", "in de app op", "in the app on"),
            kept("pushed_at", "melding op", "notification on"),
            kept("mailed_at", "brief op", "letter on"),
            kept("opened_at", "gelezen op", "read on"),
        ),
        sql="""select x.message_id as id, o.name as organisation, m.text, x.told_at, x.pushed_at, x.mailed_at,
          x.opened_at
        from message_recipient x join organisation o on o.id = x.organisation_id join message m on m.id = x.message_id
        where x.person_id = $1""",
    ),
    Section(
        name="messages_sent",
        tables=("message", "message.sent_by"),
        title=words("Berichten die je stuurde", "Messages that you sent"),
        why=words(
            "Om te laten zien wat je schreef en wat ervan terechtkwam.", "To show what you wrote and how it went."
        ),
        until=_NINETY_DAYS,
        kept=(
            ORGANISATION,
            kept("text", "bericht", "message"),
            kept("created_at", "op", "on"),
            kept("cancelled_at", "gestopt op", "stopped on"),
        ),
        sql="""select x.id, o.name as organisation, x.text, x.created_at, x.cancelled_at
        from message x join organisation o on o.id = x.organisation_id where x.sent_by = $1""",
    ),
)
LEFT_OUT = (
    LeftOut(
        tables=("message.cancelled_by",),
        why=words(
            "Dat je een bericht stopte, staat bij wat je deed.", "That you stopped a message stands under what you did."
        ),
    ),
    LeftOut(
        tables=("push_delivery", "notice_letter"),
        why=words(
            "Meldingen en brieven die onderweg zijn: alleen nummers, hooguit 30 dagen. Wat erin staat, staat bij wat"
            " je te horen kreeg.",
            "Notifications and letters on their way: numbers only, 30 days at most. What they say stands under what you"
            " were told.",
        ),
    ),
)
