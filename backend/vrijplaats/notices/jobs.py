"""Every message of the outbox becomes notices."""

from vrijplaats.notices.actions import tell

DELIVERIES = (tell,)
