"""Every screen of every role, with an id of that role's own where the path needs one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.journeys.screens import Screen

SCREENS = {
    "": {
        "inloggen": "/inloggen",
        "inloggen-code": "/inloggen?met=code",
        "herstel": "/herstel",
        "herstel-stop": "/herstel/stop",
        "brieven": "/brieven#een-link",
        "welkom-voorbij": "/welkom",
        "post": "/post",
        "tot-ziens": "/tot-ziens?vanaf=2026-12-25",
    },
    "volunteer-1": {
        "uitnodigingen": "/uitnodigingen",
        "uitnodiging": "/uitnodigingen/{offer}",
        "koppelingen": "/koppelingen",
        "koppeling": "/koppelingen/{match}",
        "koppeling-moment": "/koppelingen/{match}/moment",
        "bezoek-verzetten": "/koppelingen/{match}/moment?bezoek={visit}",
        "bezoeken": "/bezoeken",
        "bezoek": "/bezoeken/{visit}",
        "ik": "/ik",
        "papieren": "/ik/papieren",
        "gegevens": "/ik/gegevens",
        "stoppen": "/ik/stoppen",
        "beschikbaarheid": "/ik/beschikbaarheid",
        "beschikbaarheid-week": "/ik/beschikbaarheid/week",
        "beschikbaarheid-weg": "/ik/beschikbaarheid/weg",
        "beschikbaarheid-pauze": "/ik/beschikbaarheid/pauze",
        "beschikbaarheid-aantal": "/ik/beschikbaarheid/aantal",
        "er-is-niets": "/uitnodigingen/0198f0b0-0000-7000-8000-000000000000",
    },
    "volunteer-3": {"bezoek-verslag": "/bezoeken/{unlogged}/verslag"},
    "volunteer-4": {
        "uitnodigingen-leeg": "/uitnodigingen",
        "bezoeken-zonder": "/bezoeken",
        "papieren-ander": "/ik/papieren",
    },
    "coordinator": {
        "verzoeken": "/verzoeken",
        "verzoek": "/verzoeken?verzoek={request}",
        "verdeel": "/verdeel",
        "koppelingen-coordinator": "/koppelingen",
        "vrijwilligers": "/vrijwilligers",
        "vrijwilliger": "/vrijwilligers?vrijwilliger={register}",
        "welke-papieren": "/vrijwilligers/papieren",
        "zorg": "/vrijwilligers/zorg",
        "berichten": "/vrijwilligers/berichten",
        "importeren": "/vrijwilligers/importeren",
        "uitnodigen": "/vrijwilligers/uitnodigen",
        "mensen": "/mensen",
        "overzicht": "/overzicht?periode=jaar",
        "overzicht-bezoeken": "/overzicht/bezoeken?periode=jaar&niet=alle",
        "overzicht-uitnodigingen": "/overzicht/uitnodigingen?periode=jaar",
        "instellingen": "/instellingen",
        "ik-coordinator": "/ik",
        "gegevens-coordinator": "/ik/gegevens",
        "stoppen-coordinator": "/ik/stoppen",
        "wie-las-namen-coordinator": "/wie-las-namen",
    },
    "staff-veenhuizen": {
        "nieuw-verzoek": "/nieuw-verzoek",
        "verzoeken-personeel": "/verzoeken",
        "agenda": "/agenda",
        "wie-las-namen-personeel": "/wie-las-namen",
        "mensen-personeel": "/mensen",
    },
    "funder": {"publicaties": "/publicaties", "publicatie": "/publicaties/{publication}"},
    "operator": {
        "beheer": "/beheer",
        "publicaties-beheer": "/publicaties",
        "wie-las-namen-beheer": "/wie-las-namen",
        "inloggen-via": "/inloggen-via",
    },
}

FIND: dict[str, tuple[str, Callable[[Any], str]]] = {
    "offer": ("{ myOffers { id state } }", lambda d: next(o["id"] for o in d["myOffers"] if o["state"] == "LIVE")),
    "match": ("{ myMatches { id state } }", lambda d: next(m["id"] for m in d["myMatches"] if m["state"] == "ACTIVE")),
    "visit": ("{ myVisits { id state } }", lambda d: next(v["id"] for v in d["myVisits"] if v["state"] == "CONFIRMED")),
    "unlogged": (
        "{ myVisits { id state startsAt } }",
        lambda d: min((v for v in d["myVisits"] if v["state"] == "CONFIRMED"), key=lambda v: v["startsAt"])["id"],
    ),
    "request": (
        "{ requestInbox(first: 3) { edges { node { id } } } }",
        lambda d: d["requestInbox"]["edges"][0]["node"]["id"],
    ),
    "register": (
        "{ register(first: 3, ending: true) { edges { node { id } } } }",
        lambda d: d["register"]["edges"][0]["node"]["id"],
    ),
    "publication": ("{ publications { id } }", lambda d: d["publications"][0]["id"]),
}


def paths_of(persona: str, screen: Screen | None) -> dict[str, str]:
    """Name -> path, with real ids filled in."""
    return {name: _filled(path, screen) for name, path in SCREENS[persona].items()}


def _filled(path: str, screen: Screen | None) -> str:
    for word, (document, pick) in FIND.items():
        if f"{{{word}}}" in path and screen is not None:
            path = path.replace(f"{{{word}}}", pick(screen.post({"query": document}).json()["data"]))
    return path
