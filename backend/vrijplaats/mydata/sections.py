"""Everything that is kept about a person, feature by feature: the order in which they read it. A table that names a
person and is in no section fails tests/mydata/test_complete.py."""

from vrijplaats.accounts import own_data as accounts
from vrijplaats.core.own_data import LeftOut, Section
from vrijplaats.matching import own_data as matching
from vrijplaats.mydata import own_data as mydata
from vrijplaats.notices import own_data as notices
from vrijplaats.reports import own_data as reports
from vrijplaats.requests import own_data as requests
from vrijplaats.visits import own_data as visits
from vrijplaats.volunteers import own_data as volunteers

SECTIONS: tuple[Section, ...] = (
    *accounts.SECTIONS,
    *volunteers.SECTIONS,
    *matching.SECTIONS,
    *requests.SECTIONS,
    *visits.SECTIONS,
    *notices.SECTIONS,
    *mydata.SECTIONS,
)
LEFT_OUT: tuple[LeftOut, ...] = (
    *accounts.LEFT_OUT,
    *volunteers.LEFT_OUT,
    *requests.LEFT_OUT,
    *matching.LEFT_OUT,
    *visits.LEFT_OUT,
    *reports.LEFT_OUT,
    *notices.LEFT_OUT,
    *mydata.LEFT_OUT,
)
