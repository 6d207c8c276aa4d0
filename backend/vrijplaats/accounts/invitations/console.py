"""The first operator of an installation, from the command line."""

from vrijplaats.accounts.invitations.actions import invite_operator as invite
from vrijplaats.core.db import close_database, open_database
from vrijplaats.core.errors import DomainError
from vrijplaats.keys import SettingsError
from vrijplaats.settings import Login, Settings


async def invite_operator(settings: Settings, name: str, email: str) -> str:
    """The link, for 24 hours; raises SettingsError in words when the name or the address is none."""
    await open_database(settings.dsn(Login.APP), max_size=1)
    try:
        return await invite(display_name=name, email=email)
    except DomainError as error:
        raise SettingsError(error.message("en")) from None
    finally:
        await close_database()
