"""The table of notices."""

from tortoise import fields
from tortoise.models import Model


class Notice(Model):
    """One person told of one event; ids and codes only."""

    id = fields.UUIDField(primary_key=True)
    person_id = fields.UUIDField()
    event = fields.TextField()
    created_at = fields.DatetimeField()
    read_at = fields.DatetimeField(null=True)

    class Meta:
        table = "notice"
