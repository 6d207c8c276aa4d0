"""Lighthouse gives the volunteer's screens 100 for accessibility and 100 for best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.moments import NOW, takes_place
from tests.browser.screens import paths_of
from tests.journeys.product import Product
from tests.journeys.screens import Screen
from tests.lighthouse.audit import audited

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

PERSONA = "volunteer-1"
HEADINGS = {
    "uitnodigingen": "Uitnodigingen",
    "uitnodiging": "Iemand in",
    "bezoeken": "Bezoeken",
    "bezoek": "Ja, je bent klaar",
    "ik": "Els Bakker",
}


def test_five_screens_are_accessible_and_as_they_should_be(product: Product, demo_world: DemoWorld) -> None:
    screen = Screen(product.origins[0], PERSONA)
    paths = {name: path for name, path in paths_of(PERSONA, screen).items() if name in HEADINGS}
    demo_world.run(lambda dsn: takes_place(dsn, paths["bezoek"].rpartition("/")[2], NOW))
    session = screen.client.cookies["vrijplaats"]
    found = list(audited(product.origins[0], session, list(paths.values()), "accessibility", "best-practices"))
    for (name, path), screen_found in zip(paths.items(), found, strict=True):
        assert screen_found.url == product.origins[0] + path
        assert HEADINGS[name].lower() in screen_found.heading.lower().replace("\u00ad", "")
        assert screen_found.trouble == []
        assert screen_found.failed == [], f"{name}: {screen_found.failed}"
        assert screen_found.scores == {"accessibility": 1, "best-practices": 1}, name
