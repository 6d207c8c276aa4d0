"""What is kept about whoever signs in."""

from vrijplaats.accounts.rules import device_words
from vrijplaats.core.own_data import (
    FACILITY,
    ORGANISATION,
    ROLES,
    WHILE_ACCOUNT,
    Kept,
    LeftOut,
    Row,
    Section,
    kept,
    words,
)

_TENANT = "o.name as organisation, f.name as facility, u.name as funder"
_FUNDER = kept("funder", "financier", "funder")
_JOINS = """
left join organisation o on o.id = x.organisation_id left join facility f on f.id = x.facility_id
left join funder u on u.id = x.funder_id
"""
_LANGUAGE = Kept(
    "locale", words("taal", "language"), {"nl": words("Nederlands", "Dutch"), "en": words("Engels", "English")}
)
_BEGAN = {
    "PASSKEY": ("passkey", "passkey"),
    "CODE": ("code per e-mail", "code by e-mail"),
    "SSO": ("account van je organisatie", "account of your organisation"),
    "DEMO": ("voorbeeld", "demo"),
    "RECOVERY": ("herstel", "recovery"),
    "INVITATION": ("uitnodiging", "invitation"),
}
_KNOWN_BY = {
    "CALLED_BACK": ("teruggebeld", "called back"),
    "IN_PERSON": ("in het echt gezien", "seen in person"),
    "VIDEO": ("op video gezien", "seen on video"),
}
_CREATED = kept("created_at", "gemaakt op", "made on")
_USED = kept("used_at", "gebruikt op", "used on")
_WITHDRAWN = kept("withdrawn_at", "ingetrokken op", "withdrawn on")


def _device(row: Row, locale: str) -> Row:
    return row | {"device": device_words(row["device"], locale)}


SECTIONS = (
    Section(
        name="person",
        tables=("person",),
        title=words("Wie je bent", "Who you are"),
        why=words("Zo zien de mensen met wie je werkt wie je bent.", "So that those you work with see who you are."),
        until=WHILE_ACCOUNT,
        kept=(
            kept("display_name", "naam", "name"),
            _LANGUAGE,
            _CREATED,
        ),
        sql="select id, display_name, locale, created_at from person where id = $1",
    ),
    Section(
        name="contact",
        tables=("person_contact",),
        title=words("Hoe we je bereiken", "How we reach you"),
        why=words(
            "Om je te schrijven en te bellen. De coördinatoren van je organisatie zien het.",
            "To write to you and to call you. The coordinators of your organisation see it.",
        ),
        until=WHILE_ACCOUNT,
        kept=(
            kept("email", "e-mailadres", "e-mail address"),
            kept("email_verified_at", "adres bevestigd op", "address confirmed on"),
            kept("phone", "telefoon", "telephone"),
        ),
        sql="select person_id as id, email, email_verified_at, phone from person_contact where person_id = $1",
    ),
    Section(
        name="memberships",
        tables=("membership",),
        title=words("Wat je hier bent en was", "What you are and were here"),
        why=words("Dit bepaalt wat je mag zien en doen.", "This decides what you may see and do."),
        until=words(
            "de datums blijven; als je vertrekt zonder je naam", "the dates stay; without your name once you leave"
        ),
        kept=(
            kept("role", "rol", "role", **ROLES),
            ORGANISATION,
            FACILITY,
            _FUNDER,
            kept("contact_person", "contactpersoon", "contact person"),
            kept("created_at", "vanaf", "from"),
            kept("ended_at", "tot", "until"),
        ),
        sql=f"""select x.id, x.role, {_TENANT}, x.contact_person, x.created_at, x.ended_at
        from membership x {_JOINS} where x.person_id = $1""",
    ),
    Section(
        name="passkeys",
        tables=("passkey",),
        title=words("Je passkeys", "Your passkeys"),
        why=words(
            "Om in te loggen. De sleutel zelf laten we hier weg: die is van je telefoon.",
            "To sign in. The key itself is left out here: it is your phone's.",
        ),
        until=words("tot je hem weghaalt of vertrekt", "until you remove it or leave"),
        kept=(
            kept("name", "naam", "name"),
            _CREATED,
            kept("last_used_at", "laatst gebruikt", "last used"),
            kept("backed_up", "bewaard in je account bij de maker", "kept in your account with the maker"),
            kept("blocked_at", "geblokkeerd op", "blocked on"),
        ),
        sql="select id, name, created_at, last_used_at, backed_up, blocked_at from passkey where person_id = $1",
    ),
    Section(
        name="sessions",
        tables=("session",),
        title=words("Waar je bent ingelogd", "Where you are signed in"),
        why=words("Om te weten dat jij het bent.", "To know that it is you."),
        until=words(
            "tot je uitlogt; verlopen sessies tot de nacht, of zolang daar meldingen komen",
            "until you sign out; ended ones until the night, or for as long as notifications come there",
        ),
        kept=(
            kept("device", "apparaat", "device"),
            kept("began_with", "ingelogd met", "signed in with", **_BEGAN),
            kept("created_at", "ingelogd op", "signed in on"),
            kept("last_seen_at", "laatst gezien", "last seen"),
            kept("expires_at", "tot", "until"),
        ),
        sql="""select id, device, began_with, created_at, last_seen_at, expires_at from session where person_id = $1""",
        reshaped=_device,
    ),
    Section(
        name="linked_accounts",
        tables=("sso_identity",),
        title=words("Gekoppelde accounts", "Linked accounts"),
        why=words("Om in te loggen via je organisatie.", "To sign in through your organisation."),
        until=words("tot je het loskoppelt of vertrekt", "until you unlink it or leave"),
        kept=(
            kept("issuer", "inlogdienst", "provider"),
            kept("subject", "hoe die je noemt", "what it calls you"),
            kept("created_at", "gekoppeld op", "linked on"),
            kept("last_used_at", "laatst gebruikt", "last used"),
        ),
        sql="select id, issuer, subject, created_at, last_used_at from sso_identity where person_id = $1",
    ),
    Section(
        name="sign_in_codes",
        tables=("sign_in_code",),
        title=words("Codes om in te loggen", "Codes to sign in"),
        why=words("Om je met een code per e-mail binnen te laten.", "To let you in with a code by e-mail."),
        until=words("een dag", "a day"),
        kept=(kept("device", "apparaat", "device"), _CREATED, kept("tries", "keer geprobeerd", "times tried"), _USED),
        sql="select id, device, created_at, tries, used_at from sign_in_code where person_id = $1",
        reshaped=_device,
    ),
    Section(
        name="email_changes",
        tables=("email_change",),
        title=words("Een nieuw e-mailadres", "A new e-mail address"),
        why=words("Om te controleren dat het van jou is.", "To make sure that it is yours."),
        until=words("een dag", "a day"),
        kept=(
            kept("email", "nieuw adres", "new address"),
            kept("former_email", "adres tot dan", "address until then"),
            _CREATED,
            _USED,
        ),
        sql="select id, email, former_email, created_at, used_at from email_change where person_id = $1",
    ),
    Section(
        name="invitations",
        tables=("invitation.accepted_by", "invitation.invited_by"),
        title=words("Uitnodigingen om mee te doen", "Invitations to take part"),
        why=words(
            "Zo kwam je binnen, en zo nodigde je anderen uit. Hun naam en adres zijn van hen.",
            "So you came in, and so you invited others. Their names and addresses are theirs.",
        ),
        until=words("een maand", "a month"),
        kept=(
            kept(
                "direction",
                "wie",
                "who",
                RECEIVED=("jij werd gevraagd", "you were asked"),
                SENT=("jij vroeg iemand", "you asked somebody"),
            ),
            kept("role", "als", "as", **ROLES),
            ORGANISATION,
            FACILITY,
            _FUNDER,
            kept("display_name", "jouw naam zoals getypt", "your name as typed"),
            kept("email", "jouw adres zoals getypt", "your address as typed"),
            _CREATED,
            kept("accepted_at", "aangenomen op", "accepted on"),
            _WITHDRAWN,
        ),
        sql=f"""select x.id, case when x.accepted_by = $1 then 'RECEIVED' else 'SENT' end as direction,
          x.role, {_TENANT},
          case when x.accepted_by = $1 then x.display_name end as display_name,
          case when x.accepted_by = $1 then x.email end as email, x.created_at, x.accepted_at, x.withdrawn_at
        from invitation x {_JOINS} where $1 in (x.accepted_by, x.invited_by)""",
    ),
    Section(
        name="recoveries",
        tables=("recovery",),
        title=words("Herstel van je toegang", "Restoring your access"),
        why=words("Iemand hielp je na een kwijte telefoon.", "Somebody helped you after a lost phone."),
        until=words("een week", "a week"),
        kept=(
            kept("known_by", "hoe de helper wist dat jij het was", "how the helper knew it was you", **_KNOWN_BY),
            _CREATED,
            _USED,
            _WITHDRAWN,
        ),
        sql="select id, known_by, created_at, used_at, withdrawn_at from recovery where person_id = $1",
    ),
    Section(
        name="deputies",
        tables=("deputy", "deputy.stands_in_id"),
        title=words("Waarnemen", "Standing in"),
        why=words(
            "Zodat collega's en vrijwilligers weten wie er is als een coördinator weg is.",
            "So that colleagues and volunteers know who is there when a coordinator is away.",
        ),
        until=words("tot een maand na de laatste dag", "until a month after the last day"),
        kept=(
            ORGANISATION,
            kept("part", "jij", "you", AWAY=("was weg", "were away"), STOOD_IN=("nam waar", "stood in")),
            kept("starts_on", "van", "from"),
            kept("ends_on", "tot en met", "up to and including"),
            _CREATED,
            kept("ended_at", "eerder gestopt op", "ended sooner on"),
        ),
        sql="""select x.id, o.name as organisation, case when x.person_id = $1 then 'AWAY' else 'STOOD_IN' end as part,
          x.starts_on, x.ends_on, x.created_at, x.ended_at
        from deputy x join organisation o on o.id = x.organisation_id where $1 in (x.person_id, x.stands_in_id)""",
    ),
)
LEFT_OUT = (
    LeftOut(
        tables=("deputy.set_by",),
        why=words(
            "Dat je invulde wie er waarneemt, staat bij wat je deed.",
            "That you filled in who stands in stands under what you did.",
        ),
    ),
    LeftOut(
        tables=("webauthn_challenge", "sso_attempt"),
        why=words(
            "De vraag aan je apparaat terwijl je inlogt: alleen een hash, een paar minuten.",
            "The question to your device while you sign in: a hash only, for some minutes.",
        ),
    ),
    LeftOut(
        tables=("idempotency",),
        why=words(
            "Antwoorden die je telefoon opnieuw mag vragen: dezelfde gegevens, verzegeld, zeven dagen.",
            "Answers that your phone may ask again: the same data, sealed, for seven days.",
        ),
    ),
    LeftOut(
        tables=("demo_persona",),
        why=words("Alleen in het voorbeeld: iedereen is verzonnen.", "In the demo only: everybody is made up."),
    ),
    LeftOut(
        tables=("invitation.for_person", "invitation.volunteer_id"),
        why=words(
            "Het nummer dat klaarlag voor wie de uitnodiging aannam, en van welk overgenomen dossier die is: dat ben "
            "jij, of nog niemand.",
            "The number made ready for who would accept the invitation, and of which imported file it is: that is "
            "you, or nobody yet.",
        ),
    ),
    LeftOut(
        tables=("setting_change.changed_by",),
        why=words(
            "Dat je een instelling van je organisatie aanpaste. Wanneer je dat deed, staat bij wat je deed.",
            "That you changed a setting of your organisation. When you did so stands under what you did.",
        ),
    ),
    LeftOut(
        tables=("recovery.started_by", "recovery.second_by"),
        why=words(
            "Dat je iemand terug hielp gaat over die ander. Wanneer je dat deed, staat bij wat je deed.",
            "That you helped somebody back is about them. When you did it stands under what you did.",
        ),
    ),
)
