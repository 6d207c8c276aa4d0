"""Who looks."""

from tests.calling import Browser
from tests.world import World

VIEWER = (
    "{ viewer { displayName locale demo current { role organisation { name } facility { city } volunteer { id } } } }"
)
SET_LOCALE = """
mutation($locale: String!) {
  setLocale(input: {locale: $locale}) {
    __typename
    ... on SetLocaleSuccess { viewer { locale } }
    ... on InvalidInput { code field message }
  }
}
"""


async def test_nobody_signed_in_sees_no_viewer(browser: Browser) -> None:
    assert await browser.graphql(VIEWER) == {"viewer": None}


async def test_volunteer_sees_who_they_are(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation("Bezoek Noord")
    volunteer = await world.a_volunteer(organisation, "Anja")
    await browser.sign_in(volunteer)
    assert (await browser.graphql(VIEWER))["viewer"] == {
        "displayName": "Anja",
        "locale": "nl",
        "demo": False,
        "current": {
            "role": "VOLUNTEER",
            "organisation": {"name": "Bezoek Noord"},
            "facility": None,
            "volunteer": {"id": str(volunteer.volunteer_id)},
        },
    }


async def test_staff_see_their_facility(browser: Browser, world: World) -> None:
    facility = await world.a_facility("Dordrecht")
    await browser.sign_in(await world.a_staff_member(facility))
    current = (await browser.graphql(VIEWER))["viewer"]["current"]
    assert current["facility"] == {"city": "Dordrecht"}


async def test_a_person_chooses_a_language_and_it_stays(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    answer = await browser.graphql(SET_LOCALE, {"locale": "en"})
    assert answer["setLocale"] == {"__typename": "SetLocaleSuccess", "viewer": {"locale": "en"}}
    assert (await browser.graphql(VIEWER))["viewer"]["locale"] == "en"
    verbs = await world.rows("select verb from history where person_id = $1", operator.person_id)
    assert verbs == [{"verb": "person.set_locale"}]


async def test_a_language_we_do_not_speak_is_a_problem_in_words(browser: Browser, world: World) -> None:
    await browser.sign_in(await world.an_operator())
    answer = (await browser.graphql(SET_LOCALE, {"locale": "fr"}))["setLocale"]
    assert answer == {
        "__typename": "InvalidInput",
        "code": "INVALID_INPUT",
        "field": "locale",
        "message": "Taal: kies nl of en.",
    }


async def test_an_ended_membership_ends_the_session(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    await world.connection.execute("update membership set ended_at = now() where id = $1", operator.membership_id)
    assert (await browser.post(VIEWER)).status_code == 401
