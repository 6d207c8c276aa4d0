"""Where this program asks anything at all, and where it sends people."""

from __future__ import annotations

import pytest

from vrijplaats.accounts.sso.rules import may_be_asked


@pytest.mark.parametrize(
    "address",
    [
        "http://login.example.nl",
        "https://localhost",
        "https://127.0.0.1",
        "https://[::1]",
        "https://10.0.0.1/x",
        "https://postgres:5432",
        "https://db.internal",
        "https://printer.local",
        "https://a@login.example.nl",
        "file:///etc/passwd",
        "https://login.example.nl#x",
        "https://169.254.169.254/latest",
        "https://2130706433",
        "https://login.example.nl:x",
        "https://",
        "",
        "https://0x7f.1",
        "https://login.exa mple.nl",
        "https://[::1",
    ],
)
def test_in_production_only_public_names_over_https_are_asked(address: str) -> None:
    assert not may_be_asked(address, loopback=False)


def test_ordinary_providers_may_be_asked() -> None:
    for address in (
        "https://login.microsoftonline.com/0b1c/v2.0",
        "https://sso.dji.minjus.nl:8443/realms/pi",
        "https://accounts.google.com",
    ):
        assert may_be_asked(address, loopback=False)
    assert may_be_asked("http://127.0.0.1:5000/x", loopback=True)
    assert not may_be_asked("http://10.0.0.1", loopback=True)
