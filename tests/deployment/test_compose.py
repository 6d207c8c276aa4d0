"""The compose file is valid and says what it has to: few passwords, health checks, only the proxy in the open."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from compose_spec import PyCompose

from vrijplaats.settings import ROOT, Login, load

FILE = ROOT / "docker-compose.yml"
OURS = {"migrate", "web", "worker", "relay"}
SECRET_FILES = "/run/secrets/"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    compose: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    services: dict[str, Any] = compose["services"]
    return services


def test_it_follows_the_compose_specification() -> None:
    # the checker does not know YAML's merge keys inside an environment, an engine does: they are resolved first
    compose = PyCompose.from_yaml(yaml.safe_dump(yaml.safe_load(FILE.read_text(encoding="utf-8"))))
    compose.validate_networks()
    compose.validate_volumes()
    compose.validate_secrets()
    compose.to_spec()


def test_a_misspelt_key_would_be_refused() -> None:
    misspelt = FILE.read_text(encoding="utf-8").replace("healthcheck:", "helthcheck:")
    with pytest.raises(ValueError, match="helthcheck"):
        PyCompose.from_yaml(yaml.safe_dump(yaml.safe_load(misspelt)))


def test_the_topology_is_the_one_we_promise(services: dict[str, Any]) -> None:
    assert set(services) == {"postgres", "valkey", "caddy", *OURS}
    assert services["postgres"]["image"] == "postgres:18"
    assert services["valkey"]["image"] == "valkey/valkey:9"


def test_web_can_be_replicated(services: dict[str, Any]) -> None:
    assert "container_name" not in services["web"]
    assert "ports" not in services["web"]
    assert services["web"]["deploy"]["replicas"] >= 2


def test_only_the_proxy_is_reachable_from_outside(services: dict[str, Any]) -> None:
    assert {name for name, service in services.items() if service.get("ports")} == {"caddy"}


def test_what_others_wait_for_has_a_health_check(services: dict[str, Any]) -> None:
    for service in services.values():
        for name, how in service.get("depends_on", {}).items():
            assert how["condition"] == "service_completed_successfully" or "healthcheck" in services[name]


def test_every_secret_comes_from_a_file_that_the_service_is_given(services: dict[str, Any]) -> None:
    for name, service in services.items():
        for variable, value in service.get("environment", {}).items():
            if variable.endswith("_FILE"):
                assert value.removeprefix(SECRET_FILES) in service["secrets"], (name, variable)
            else:
                assert not variable.endswith(("_PASSWORD", "_KEY")), (name, variable)


def test_only_migrate_knows_the_administrator(services: dict[str, Any]) -> None:
    assert {name for name in OURS if "admin_password" in services[name]["secrets"]} == {"migrate"}


def test_our_services_are_commands_that_exist(services: dict[str, Any]) -> None:
    from vrijplaats.cli import main

    assert {services[name]["command"][0] for name in OURS} <= set(main.commands)


def test_the_settings_of_each_service_can_be_read(services: dict[str, Any], tmp_path: Path) -> None:
    _make_secrets(tmp_path)
    for name in OURS:
        given = {
            variable: str(value).replace(SECRET_FILES, f"{tmp_path}/secrets/")
            for variable, value in services[name]["environment"].items()
        }
        named = {"VRIJPLAATS_ORIGIN": "https://vrijplaats.example", "VRIJPLAATS_MAIL_FROM": "post@vrijplaats.example"}
        settings = load(given | named | {"VRIJPLAATS_VAR": str(tmp_path)})
        login = {"migrate": Login.ADMIN, "web": Login.APP}.get(name, Login.WORKER)
        role = "postgres" if login is Login.ADMIN else login.database_role
        assert settings.dsn(login).startswith(f"postgresql://{role}:")
        assert settings.dsn(login).endswith("@postgres:5432/vrijplaats")


def test_secrets_are_made_once(tmp_path: Path) -> None:
    _make_secrets(tmp_path)
    first = (tmp_path / "secrets" / "master_key").read_text()
    _make_secrets(tmp_path)
    assert (tmp_path / "secrets" / "master_key").read_text() == first


def test_every_secret_of_the_file_is_made(tmp_path: Path) -> None:
    _make_secrets(tmp_path)
    named = yaml.safe_load(FILE.read_text(encoding="utf-8"))["secrets"]
    assert {path.name for path in (tmp_path / "secrets").iterdir()} == set(named)


def _make_secrets(folder: Path) -> None:
    (folder / "deploy").mkdir(exist_ok=True)
    script = folder / "deploy" / "make-secrets.sh"
    script.write_text((ROOT / "deploy" / "make-secrets.sh").read_text(encoding="utf-8"), encoding="utf-8")
    given = {**os.environ, "VRIJPLAATS_SMTP_URL": "smtps://user:secret@mail.example:465"}
    subprocess.run(["sh", str(script)], check=True, stdout=subprocess.DEVNULL, env=given)
