"""What the register and "Bel mij" keep about a volunteer."""

from babel.dates import get_day_names

from vrijplaats.core.errors import in_language
from vrijplaats.core.own_data import (
    FACILITY,
    ORGANISATION,
    WHILE_VOLUNTEER,
    Kept,
    LeftOut,
    Row,
    Section,
    kept,
    words,
)
from vrijplaats.volunteers.languages import language_name
from vrijplaats.volunteers.sealed.own_data import SECTIONS as OF_SEALED
from vrijplaats.volunteers.sealed.own_data import with_pass
from vrijplaats.volunteers.words import issued_by

_STATUS = {
    "APPLICANT": ("aangemeld", "applied"),
    "IN_TRAINING": ("in opleiding", "in training"),
    "READY": ("klaar om te beginnen", "ready to begin"),
    "ACTIVE": ("actief", "active"),
    "LEFT": ("gestopt", "left"),
}
_GENDER = {"WOMAN": ("vrouw", "woman"), "MAN": ("man", "man"), "OTHER": ("anders", "other")}
_ADMISSION = {
    "REQUESTED": ("aangevraagd", "requested"),
    "GRANTED": ("toegelaten", "admitted"),
    "REFUSED": ("geweigerd", "refused"),
    "ENDED": ("beëindigd", "ended"),
}
_KINDS = {
    "ONE_TO_ONE": ("een-op-een", "one to one"),
    "COURSE": ("cursus", "course"),
    "CHILD_EVENT": ("ouder-kinddag", "parent and child day"),
    "CAMP": ("kamp", "camp"),
    "DROP_IN": ("inloop", "drop-in"),
    "DESK": ("spreekuur", "desk hours"),
    "CHAPLAINCY": ("geestelijke verzorging", "chaplaincy"),
    "FAMILY": ("familie", "family"),
    "CHILD_ESCORT": ("met een kind mee", "travelling with a child"),
    "AFTERCARE": ("na de vrijlating", "after release"),
}
_DENOMINATIONS = {
    "CATHOLIC": ("katholiek", "Catholic"),
    "PROTESTANT": ("protestants", "Protestant"),
    "HUMANIST": ("humanistisch", "humanist"),
    "JEWISH": ("joods", "Jewish"),
    "MUSLIM": ("islamitisch", "Muslim"),
    "BUDDHIST": ("boeddhistisch", "Buddhist"),
    "HINDU": ("hindoeïstisch", "Hindu"),
}
_URGENCY = {"TODAY": ("vandaag", "today"), "THIS_WEEK": ("deze week", "this week")}
_FROM, _UNTIL = kept("valid_from", "geldig vanaf", "valid from"), kept("valid_until", "geldig tot", "valid until")
_PAPER, _CODE = kept("paper", "wat", "what"), Kept("kind", words("code", "code"), for_programs=True)
_MINE = "join volunteer v on v.id = x.volunteer_id join organisation o on o.id = x.organisation_id"


def _day(weekday: int, locale: str) -> str:
    return str(get_day_names("wide", locale=locale)[weekday - 1])


def _called(row: Row, locale: str) -> Row:
    """A paper by the name that the organisation gave it, and who gave it out, in this language."""
    names = {"nl": row["name_nl"]} | ({"en": row["name_en"]} if row["name_en"] else {})
    return row | {"paper": in_language(names, locale), "issuer": issued_by(row["issuer"], locale)}


SECTIONS = (
    Section(
        name="volunteer",
        tables=("volunteer",),
        title=words("Jij als vrijwilliger", "You as a volunteer"),
        why=words(
            "Om vragen te vinden die bij je passen. Je woonplaats is een plaats, nooit een adres.",
            "To find requests that suit you. Where you live is a place, never an address.",
        ),
        until=words(
            "zolang je daar vrijwilliger bent, en 30 dagen daarna; de datums blijven",
            "while you volunteer there, and 30 days after; the dates stay",
        ),
        kept=(
            ORGANISATION,
            kept("status", "status", "status", **_STATUS),
            kept("status_since", "sinds", "since"),
            kept("gender", "geslacht", "gender", **_GENDER),
            kept("place", "woonplaats", "place"),
            kept("latitude", "breedtegraad van die plaats", "latitude of that place"),
            kept("longitude", "lengtegraad van die plaats", "longitude of that place"),
            Kept("languages", words("talen", "languages"), said=language_name),
            Kept(
                "little_languages",
                words("talen die je een beetje spreekt", "languages you speak a little"),
                said=language_name,
            ),
            kept("kinds", "soorten inzet", "kinds of work", **_KINDS),
            kept(
                "activity_denominations",
                "geestelijke verzorging waarbij je helpt",
                "chaplaincy you help with",
                **_DENOMINATIONS,
            ),
            kept("capacity", "hoeveel mensen je wilt bezoeken", "how many people you would visit"),
            kept("carrying", "hoeveel je er nu bezoekt", "how many you visit now"),
            kept("created_at", "in het register sinds", "in the register since"),
        ),
        sql="""select x.id, o.name as organisation, x.status, x.status_since, x.gender, x.place, x.latitude,
          x.longitude,
          x.languages, x.little_languages, x.kinds, x.activity_denominations,
          x.capacity, x.carrying, x.created_at
        from volunteer x join organisation o on o.id = x.organisation_id where x.person_id = $1""",
    ),
    Section(
        name="statuses",
        tables=("volunteer_status",),
        title=words("Wat je was, en sinds wanneer", "What you were, and since when"),
        why=words("Om te weten wie er op een dag actief was.", "To know who was active on a day."),
        until=words("zolang er geteld wordt", "as long as is counted"),
        kept=(ORGANISATION, kept("status", "status", "status", **_STATUS), kept("since", "sinds", "since")),
        sql=f"""select x.id, o.name as organisation, x.status, x.since
        from volunteer_status x {_MINE} where v.person_id = $1""",
    ),
    Section(
        name="availability",
        tables=("volunteer_availability",),
        title=words("Wanneer je kunt", "When you can"),
        why=words("Om je te vragen voor tijden die passen.", "To ask you for times that suit you."),
        until=WHILE_VOLUNTEER,
        kept=(
            ORGANISATION,
            Kept("weekday", words("dag", "day"), said=_day),
            kept("starts", "van", "from"),
            kept("ends", "tot", "until"),
        ),
        sql=f"""select x.id, o.name as organisation, x.weekday, x.starts, x.ends
        from volunteer_availability x {_MINE} where v.person_id = $1""",
    ),
    Section(
        name="away",
        tables=("volunteer_away",),
        title=words("Wanneer je weg bent", "When you are away"),
        why=words(
            "Om je dan niet te vragen. Waarom je weg bent, staat nergens.",
            "So as not to ask you then. Why stands nowhere.",
        ),
        until=words("30 dagen na de laatste dag", "30 days after the last day"),
        kept=(
            ORGANISATION,
            kept("starts_on", "eerste dag", "first day"),
            kept("ends_on", "laatste dag", "last day"),
            kept("created_at", "gezegd op", "said on"),
        ),
        sql=f"""select x.id, o.name as organisation, x.starts_on, x.ends_on, x.created_at
        from volunteer_away x {_MINE} where v.person_id = $1""",
    ),
    Section(
        name="pauses",
        tables=("volunteer_pause",),
        title=words("Je pauzes", "Your breaks"),
        why=words("Om je dan niet te vragen. Waarom staat nergens.", "So as not to ask you then. Why stands nowhere."),
        until=WHILE_VOLUNTEER,
        kept=(
            ORGANISATION,
            kept("starts_on", "eerste dag", "first day"),
            kept("ends_on", "laatste dag", "last day"),
            kept("over_on", "voorbij op", "over on"),
        ),
        sql=f"""select x.id, o.name as organisation, x.starts_on, x.ends_on, x.over_on
        from volunteer_pause x {_MINE} where v.person_id = $1""",
    ),
    Section(
        name="credentials",
        tables=("credential",),
        title=words("Je papieren", "Your papers"),
        why=words("Zonder geldige papieren mag je niet naar binnen.", "Without valid papers you may not enter."),
        until=WHILE_VOLUNTEER,
        kept=(
            ORGANISATION,
            _PAPER,
            kept("issuer", "afgegeven door", "issued by"),
            kept("profile", "screeningsprofiel", "screening profile"),
            _FROM,
            _UNTIL,
            kept("former_until", "gold eerder tot", "was valid until"),
            kept("seen_on", "gezien op", "seen on"),
            _CODE,
        ),
        sql=f"""select x.id, o.name as organisation, x.kind, x.issuer, x.profile, x.valid_from, x.valid_until,
          x.former_until, x.seen_on, t.name_nl, t.name_en
        from credential x {_MINE}
        join credential_type t on t.organisation_id = x.organisation_id and t.code = x.kind where v.person_id = $1""",
        reshaped=_called,
    ),
    Section(
        name="admissions",
        tables=("admission",),
        title=words("Waar je naar binnen mag", "Where you may enter"),
        why=words("De inrichting beslist wie er binnenkomt.", "The prison decides who enters."),
        until=WHILE_VOLUNTEER,
        kept=(
            ORGANISATION,
            FACILITY,
            kept("state", "toelating", "admission", **_ADMISSION),
            kept("pass", "pasnummer", "pass number"),
            kept("requested_on", "aangevraagd op", "requested on"),
            kept("decided_on", "antwoord op", "answered on"),
            _FROM,
            _UNTIL,
        ),
        sql=f"""select x.id, o.name as organisation, f.name as facility, x.state, x.requested_on, x.decided_on,
          x.valid_from, x.valid_until, x.pass_number, x.volunteer_id,
          k.organisation_id, k.organisation_wrapped, k.volunteer_wrapped
        from admission x {_MINE} join facility f on f.id = x.facility_id
        left join lateral read_volunteer_keys(x.volunteer_id) k on x.pass_number is not null where v.person_id = $1""",
        reshaped=with_pass,
    ),
    *OF_SEALED,
    Section(
        name="imported",
        tables=("imported_contact",),
        title=words("Overgenomen uit een bestand", "Taken over from a file"),
        why=words(
            "Je organisatie had je in een lijst. Zo wordt een latere lijst herkend en sta je er niet twee keer in.",
            "Your organisation had you in a list. So a later list is recognised and you are not in it twice.",
        ),
        until=words(
            "adres en nummer tot je zelf meedoet; de rest zolang je daar vrijwilliger bent, en 30 dagen daarna",
            "address and number until you take part yourself; the rest while you volunteer there, and 30 days after",
        ),
        kept=(
            ORGANISATION,
            kept("email", "e-mailadres", "e-mail address"),
            kept("phone", "telefoonnummer", "phone number"),
            kept("invited_at", "uitgenodigd op", "invited on"),
            kept("joined_at", "overgenomen op", "taken over on"),
        ),
        sql=f"""select x.volunteer_id as id, o.name as organisation, x.email, x.phone, x.invited_at, x.joined_at
        from imported_contact x {_MINE} where v.person_id = $1""",
    ),
    Section(
        name="calls",
        tables=("call_request",),
        title=words("Gevraagd om te bellen", "Asked to be called"),
        why=words("Om je te bellen. Waarover staat nergens.", "To call you. What about stands nowhere."),
        until=words("30 dagen na het telefoontje", "30 days after the call"),
        kept=(
            ORGANISATION,
            kept("urgency", "hoe snel", "how soon", **_URGENCY),
            kept("asked_at", "gevraagd op", "asked on"),
            kept("taken_at", "opgepakt op", "taken on"),
            kept("called_at", "gebeld op", "called on"),
            kept("withdrawn_at", "niet meer nodig op", "no longer needed on"),
        ),
        sql=f"""select x.id, o.name as organisation, x.urgency, x.asked_at, x.taken_at, x.called_at, x.withdrawn_at
        from call_request x {_MINE} where v.person_id = $1""",
    ),
)
LEFT_OUT = (
    LeftOut(
        tables=("volunteer_key",),
        why=words(
            "De sleutel waarmee je noodcontact en je pasnummers verzegeld zijn. Wat ermee verzegeld is, staat erin.",
            "The key with which your emergency contact and pass numbers are sealed. What it seals is in it.",
        ),
    ),
    LeftOut(
        tables=(
            *("credential.seen_by", "volunteer_status.set_by", "call_request.taken_by", "call_request.called_by"),
            *("emergency_contact.set_by", "volunteer_note.written_by"),
        ),
        why=words(
            "Als coördinator keek je papieren na, belde je iemand of schreef je iets op: dat gaat over die ander."
            " Wanneer je het deed, staat bij wat je deed.",
            "As a coordinator you looked at papers, called somebody or wrote something down: that is about them."
            " When you did it stands under what you did.",
        ),
    ),
    LeftOut(
        tables=("import_columns",),
        why=words(
            "Als coördinator koos je welke kolom van een bestand wat is. Dat gaat over het bestand.",
            "As a coordinator you chose which column of a file is what. That is about the file.",
        ),
    ),
    LeftOut(
        tables=("paper_warning",),
        why=words(
            "Dat je hoorde dat een papier verloopt: dat bericht staat bij wat je te horen kreeg.",
            "That you heard that a paper ends: the message stands under what you were told.",
        ),
    ),
)
