"""Who changed what of an organisation's settings, in the graph. The settings themselves stand where they are used."""

from datetime import datetime

import strawberry

from vrijplaats.accounts.settings import queries
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core.graphql import Info, actor_of

strawberry.enum(Setting, name="OrganisationSetting")


@strawberry.type
class SettingValue:
    """A part of a setting, as a number."""

    name: str
    value: int


@strawberry.type
class SettingChange:
    """The last change of a setting: when, by whom (null: somebody who has left), and how it was before."""

    setting: Setting
    changed_at: datetime
    changed_by: str | None
    before: list[SettingValue]

    @classmethod
    def of(cls, view: queries.ChangeView) -> "SettingChange":
        return cls(
            setting=view.setting,
            changed_at=view.changed_at,
            changed_by=view.changed_by,
            before=[SettingValue(name=name, value=value) for name, value in view.before.items()],
        )


@strawberry.type
class Query:
    """What was changed last."""

    @strawberry.field
    async def setting_changes(self, info: Info) -> list[SettingChange]:
        """Coordinator: of each setting that was ever changed."""
        return [SettingChange.of(view) for view in await queries.setting_changes(actor_of(info))]
