"""What is kept of requests for a correction, and the history: what somebody did, and what was done about them."""

from vrijplaats.core.errors import in_language
from vrijplaats.core.own_data import FACILITY, ORGANISATION, ROLES, Kept, LeftOut, Row, Section, kept, words
from vrijplaats.mydata.corrections.rules import ITEM_WORDS, OUTCOME_WORDS, REASON_WORDS
from vrijplaats.mydata.verbs import VERBS

_HISTORY = words(
    "voor altijd: zo is te zien dat niemand iets veranderde; er staan alleen nummers in",
    "for ever: so one can see that nobody changed anything; it holds numbers only",
)
_TENANT = "left join organisation o on o.id = h.organisation_id left join facility f on f.id = h.facility_id"
_AT, _WHAT = kept("at", "op", "on"), kept("what", "wat", "what")
_VERB = Kept("verb", words("code", "code"), for_programs=True)


def _said(row: Row, locale: str) -> Row:
    return row | {"what": in_language(VERBS.get(row["verb"], words(row["verb"], row["verb"])), locale)}


SECTIONS = (
    Section(
        name="corrections",
        tables=("correction",),
        title=words("Gevraagd om een correctie", "Asked for a correction"),
        why=words("Om te laten aanpassen wat niet klopt.", "To have changed what is not right."),
        until=words("90 dagen na het antwoord", "90 days after the answer"),
        kept=(
            ORGANISATION,
            kept("item", "waarover", "about", **ITEM_WORDS),
            kept("wanted", "wat het moet zijn", "what it should be"),
            kept("asked_at", "gevraagd op", "asked on"),
            kept("due_on", "antwoord uiterlijk", "answer by"),
            kept("outcome", "antwoord", "answer", **OUTCOME_WORDS),
            kept("reason", "reden", "reason", **REASON_WORDS),
            kept("answered_at", "antwoord op", "answered on"),
            kept("withdrawn_at", "ingetrokken op", "withdrawn on"),
            kept("visit_at", "over het bezoek van", "about the visit of"),
        ),
        sql="""select x.id, o.name as organisation, x.item, x.wanted, x.asked_at, x.due_on, x.outcome, x.reason,
          x.answered_at, x.withdrawn_at, p.starts_at as visit_at
        from correction x join volunteer v on v.id = x.volunteer_id join organisation o on o.id = x.organisation_id
        left join visit w on w.id = x.visit_id left join presence p on p.id = w.presence_id
        where v.person_id = $1""",
    ),
    Section(
        name="what_you_did",
        tables=("history",),
        title=words("Wat je deed", "What you did"),
        why=words("Om later te kunnen zien wie wat deed.", "To be able to see later who did what."),
        until=_HISTORY,
        kept=(
            _AT,
            _WHAT,
            kept("role", "als", "as", **ROLES),
            ORGANISATION,
            FACILITY,
            _VERB,
            Kept("subject", words("nummers", "numbers"), for_programs=True),
        ),
        sql=f"""select h.id, h.at, h.verb, h.role, o.name as organisation, f.name as facility, h.subject
        from history h {_TENANT} where h.person_id = $1""",
        reshaped=_said,
    ),
    Section(
        name="done_about_you",
        tables=("history.subject",),
        title=words("Wat anderen met je gegevens deden", "What others did with your data"),
        why=words(
            "Zo zie je wat er aan je account is gedaan, en als wat. Wie het was, is een gegeven van die ander:"
            " vraag het"
            " je coördinator.",
            "So you see what was done to your account, and as what. Who it was is theirs: ask your coordinator.",
        ),
        until=_HISTORY,
        kept=(_AT, _WHAT, kept("role", "door een", "by a", **ROLES), ORGANISATION, FACILITY, _VERB),
        sql="history",
        page=f"""select h.id, h.at, h.verb, h.role, o.name as organisation, f.name as facility
        from history_about_me($1, $2) h {_TENANT} order by h.id desc""",
        reshaped=_said,
    ),
)
LEFT_OUT = (
    LeftOut(
        tables=("correction.answered_by",),
        why=words(
            "Wie antwoordde op een correctie. Wanneer jij dat deed, staat bij wat je deed.",
            "Who answered a correction. When you did so stands under what you did.",
        ),
    ),
    LeftOut(
        tables=("detainee", "detainee_identity"),
        why=words(
            "De naam van wie je bezoekt: die is van de ander, en staat verzegeld.",
            "The name of whom you visit: it is theirs, and is kept sealed.",
        ),
    ),
)
