"""Each night: what is left of those who left a month ago."""

from vrijplaats.core.jobs import PeriodicEach
from vrijplaats.mydata.leaving import actions, queries

PERIODIC = (
    PeriodicEach(name="mydata.empty_register", find=queries.left, do=actions.empty, minutes=frozenset({20}), hour=3),
    PeriodicEach(name="mydata.erase_people", find=queries.gone, do=actions.erase, minutes=frozenset({25}), hour=3),
)
