"""Every notice becomes deliveries, which are sent beside the jobs."""

from vrijplaats.core.jobs import Periodic
from vrijplaats.notices.push.deliveries import clean_up, fan_out
from vrijplaats.notices.push.sending import keep_sending

DELIVERIES = (fan_out,)
PERIODIC = (Periodic(name="push.clean_up", run=clean_up, minutes=frozenset({45}), hour=2),)
COMPANIONS = (keep_sending,)
