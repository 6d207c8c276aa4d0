"""The table of people."""

from tortoise import fields
from tortoise.models import Model


class Person(Model):
    """A human being, on the platform once."""

    id = fields.UUIDField(primary_key=True)
    display_name = fields.CharField(max_length=120)
    locale = fields.CharField(max_length=2)

    class Meta:
        table = "person"
