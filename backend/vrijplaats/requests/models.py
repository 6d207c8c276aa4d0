"""Tables of this feature. Rows that need a condition or an answer from the database are written in SQL in actions."""

from tortoise import fields
from tortoise.models import Model


class Detainee(Model):
    """Somebody in a facility, by pseudonym; the name is sealed elsewhere."""

    id = fields.UUIDField(primary_key=True)
    facility_id = fields.UUIDField()
    pseudonym = fields.TextField()
    fingerprint = fields.BinaryField(null=True)
    erased_at = fields.DatetimeField(null=True)

    class Meta:
        table = "detainee"


class PoolEntry(Model):
    """That a request went to every organisation of a facility."""

    request_id = fields.UUIDField(primary_key=True)
    facility_id = fields.UUIDField()

    class Meta:
        table = "pool_entry"
