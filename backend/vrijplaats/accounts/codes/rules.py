"""How long a code counts, and how often one may ask and guess. No input or output."""

from datetime import timedelta

from vrijplaats.core.limits import Limit

LASTS = timedelta(minutes=10)
TRIES = 5
SIGN_IN = "sign-in code"  # what these tickets are for (core.tickets)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# each twice: from one network, and over all of them together. So that who knows an address does not, from where they
# sit, use up what is left for whose it is.
ASKED_FOR_ADDRESS_HERE = Limit(kind="codes.address_here", times=5, per=HOUR)
ASKED_FOR_ADDRESS = Limit(kind="codes.address", times=20, per=HOUR)
ASKED_FROM_NETWORK = Limit(kind="codes.network", times=30, per=HOUR)
TRIED_FROM_NETWORK = Limit(kind="codes.tried", times=100, per=HOUR)
# over all codes of a person; right ones are given back
WRONG_FOR_PERSON_HERE = Limit(kind="codes.wrong_here", times=20, per=DAY)
WRONG_FOR_PERSON = Limit(kind="codes.wrong", times=100, per=DAY)
