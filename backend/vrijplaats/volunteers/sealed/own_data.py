"""What is sealed about a volunteer, and what was noted, for their own data: opened for them, with their own key."""

from vrijplaats import settings
from vrijplaats.core.own_data import ORGANISATION, WHILE_VOLUNTEER, Row, Section, kept, words
from vrijplaats.volunteers.sealed.rules import Keyring, keyring, unwrapped_organisation_key

_MINE = "join volunteer v on v.id = x.volunteer_id join organisation o on o.id = x.organisation_id"


def with_pass(row: Row, _locale: str) -> Row:
    """An admission with the number of its pass."""
    keys = _keyring(row) if row["pass_number"] else None
    return row | {"pass": keys.open(row["pass_number"], "admission", "pass_number", row["id"]) if keys else None}


def _emergency(row: Row, _locale: str) -> Row:
    keys = _keyring(row)
    found = keys.opened_emergency(row["volunteer_id"], row) if keys else None
    opened = (found.name, found.phone, found.relation) if found else (None, None, None)
    return row | dict(zip(("called", "number", "who"), opened, strict=True))


def _keyring(row: Row) -> Keyring | None:
    """With which the person's own rows are opened for them; None when the key is gone."""
    if row["volunteer_wrapped"] is None:
        return None
    master = settings.current().master_key
    key = unwrapped_organisation_key(master, row["organisation_id"], row["organisation_wrapped"])
    return keyring(key, row["volunteer_id"], row["volunteer_wrapped"])


SECTIONS = (
    Section(
        name="emergency_contact",
        tables=("emergency_contact",),
        title=words("Wie we bellen als er iets met je is", "Whom we call when something happens to you"),
        why=words(
            "Om iemand te kunnen bellen als er iets met je gebeurt. Het staat verzegeld, en je ziet wie het opende.",
            "To be able to call somebody when something happens to you. It is sealed, and you see who opened it.",
        ),
        until=WHILE_VOLUNTEER,
        kept=(
            ORGANISATION,
            kept("called", "naam", "name"),
            kept("number", "telefoonnummer", "telephone number"),
            kept("who", "wie het is", "who it is"),
            kept("set_at", "opgeschreven op", "written down on"),
        ),
        sql=f"""select x.volunteer_id as id, o.name as organisation, x.name, x.phone, x.relation, x.set_at,
          x.volunteer_id, k.organisation_id, k.organisation_wrapped, k.volunteer_wrapped
        from emergency_contact x {_MINE}
        left join lateral read_volunteer_keys(x.volunteer_id) k on true where v.person_id = $1""",
        reshaped=_emergency,
    ),
    Section(
        name="notes",
        tables=("volunteer_note",),
        title=words("Notities over jou", "Notes about you"),
        why=words(
            "Iets praktisch dat je coördinator wil onthouden. Je leest hier alles wat er staat.",
            "Something practical that your coordinator wants to remember. You read all of it here.",
        ),
        until=WHILE_VOLUNTEER,
        kept=(ORGANISATION, kept("note", "notitie", "note"), kept("written_at", "geschreven op", "written on")),
        sql=f"""select x.id, o.name as organisation, x.note, x.written_at
        from volunteer_note x {_MINE} where v.person_id = $1""",
    ),
)
