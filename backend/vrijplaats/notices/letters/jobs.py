"""Every notice may become part of a letter; each minute the worker looks whose time has come."""

from vrijplaats.core.jobs import Periodic, PeriodicEach
from vrijplaats.notices.letters.actions import clean_up, note, take_up, write
from vrijplaats.notices.letters.queries import due

DELIVERIES = (note, write)
PERIODIC = (
    PeriodicEach(name="letters.take_up", find=due, do=take_up, minutes=frozenset(range(60))),
    Periodic(name="letters.clean_up", run=clean_up, minutes=frozenset({40}), hour=2),
)
