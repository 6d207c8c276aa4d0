"""Tables of this feature."""

from tortoise import fields
from tortoise.models import Model


class Room(Model):
    """Where people meet."""

    id = fields.UUIDField(primary_key=True)
    facility_id = fields.UUIDField()
    name = fields.TextField()
    setting = fields.TextField()
    active_from = fields.DateField()
    active_until = fields.DateField(null=True)

    class Meta:
        table = "room"


class VisitingSlot(Model):
    """Weekly visiting hours and how many visits fit in them."""

    id = fields.UUIDField(primary_key=True)
    facility_id = fields.UUIDField()
    weekday = fields.SmallIntField()
    starts = fields.TimeField()
    ends = fields.TimeField()
    capacity = fields.SmallIntField()
    active_from = fields.DateField()
    active_until = fields.DateField(null=True)

    class Meta:
        table = "visiting_slot"


class BlockedDay(Model):
    """A day without visits."""

    id = fields.UUIDField(primary_key=True)
    facility_id = fields.UUIDField()
    day = fields.DateField()
    cause = fields.TextField()

    class Meta:
        table = "blocked_day"
