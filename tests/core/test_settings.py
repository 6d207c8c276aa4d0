"""Settings: secrets from files, keys made once, and a refusal in plain words where something is missing."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from vrijplaats.cli import main
from vrijplaats.keys import KEY_BYTES, SettingsError, new_key
from vrijplaats.settings import Login, Mode, load

REAL = {"DATABASE_URL": "postgresql://db.example:5432/vrijplaats", "VALKEY_URL": "redis://valkey.example:6379/0"}


def test_production_on_real_servers_refuses_to_start_without_keys(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"VRIJPLAATS_MASTER_KEY or VRIJPLAATS_MASTER_KEY_FILE is not set"):
        load(REAL | {"VRIJPLAATS_VAR": str(tmp_path)})


def test_production_is_what_you_get_when_you_say_nothing(tmp_path: Path) -> None:
    assert load({"VRIJPLAATS_VAR": str(tmp_path)}).mode is Mode.PRODUCTION


@pytest.mark.parametrize("given", [{"VRIJPLAATS_DEMO": "1"}, {"VRIJPLAATS_ENV": "test"}, {}])
def test_embedded_keys_are_made_once_and_closed_to_others(tmp_path: Path, given: dict[str, str]) -> None:
    first = load(given | {"VRIJPLAATS_VAR": str(tmp_path)})
    again = load(given | {"VRIJPLAATS_VAR": str(tmp_path)})
    assert first.keys == again.keys
    assert len({first.keys.master, first.keys.signing, first.keys.vapid}) == 3
    for key in (tmp_path / "keys").iterdir():
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_two_first_starts_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: load({"VRIJPLAATS_VAR": str(tmp_path)}).master_key, range(16)))
    assert len(set(loaded)) == 1


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    key, password = new_key(), "een lang wachtwoord: / @ %"
    (tmp_path / "key").write_text(f"{key}\n")
    (tmp_path / "password").write_text(f"{password}\n")
    files = {f"VRIJPLAATS_{name}_KEY_FILE": str(tmp_path / "key") for name in ("MASTER", "SIGNING", "VAPID")}
    settings = load(REAL | files | {"VRIJPLAATS_APP_PASSWORD_FILE": str(tmp_path / "password")})
    assert len(settings.master_key) == KEY_BYTES
    assert settings.dsn(Login.APP) == (
        "postgresql://vrijplaats_app:een%20lang%20wachtwoord%3A%20%2F%20%40%20%25@db.example:5432/vrijplaats"
    )


def test_a_missing_secret_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="VALKEY_URL_FILE names"):
        load({"VALKEY_URL_FILE": str(tmp_path / "absent"), "VRIJPLAATS_VAR": str(tmp_path)})


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "many"), ("PORT", "0"), ("VRIJPLAATS_ENV", "staging"), ("VRIJPLAATS_MASTER_KEY", "short")],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load({"VRIJPLAATS_VAR": str(tmp_path), name: value})


def test_the_demo_and_production_are_never_mixed(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="contradict"):
        load({"VRIJPLAATS_DEMO": "1", "VRIJPLAATS_ENV": "production", "VRIJPLAATS_VAR": str(tmp_path)})


def test_secrets_are_not_shown_when_settings_are_printed(tmp_path: Path) -> None:
    settings = load({"VRIJPLAATS_VAR": str(tmp_path), "VRIJPLAATS_APP_PASSWORD": "wachtwoord"})
    assert "wachtwoord" not in repr(settings)
    assert repr(settings.master_key) not in repr(settings)


def test_every_command_explains_itself() -> None:
    for name in ("run", "web", "worker", "relay", "migrate", "seed", "dsn", "keys", "schema"):
        shown = CliRunner().invoke(main, [name, "--help"])
        assert shown.exit_code == 0
        assert main.commands[name].help


def test_fresh_keys_are_usable() -> None:
    lines = CliRunner().invoke(main, ["keys"]).output.splitlines()
    given = dict(line.split("=", 1) for line in lines)
    assert load(REAL | given).mode is Mode.PRODUCTION
