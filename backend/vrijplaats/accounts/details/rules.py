"""How often one may ask for a code to change an address. No input or output."""

from datetime import timedelta

from vrijplaats.core.limits import Limit

NEW_EMAIL = "new e-mail"  # what these tickets are for (core.tickets)
ASKED_BY_PERSON = Limit(kind="details.asked", times=5, per=timedelta(hours=1))
ASKED_FOR_ADDRESS = Limit(kind="details.address", times=5, per=timedelta(hours=1))
