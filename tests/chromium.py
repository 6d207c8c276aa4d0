"""Finds the browser for the browser tests, and installs one when there is none. A missing browser is a failure.

There are two builds of the same Chromium: the one people use, and the headless shell, the engine without the windows
around it, which opens a page for a third of the work. Where the shell is missing the other does everything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Chromium's own sandbox does not work for root.
ARGUMENTS = ["--no-sandbox"] if os.getuid() == 0 else []
# a machine without a line to a mirror goes on with what it has
PATIENCE_S = 120


def found() -> str | None:
    """The quickest that opens pages: $CHROMIUM, else a headless shell, else the whole browser."""
    return _named() or _first(SHELLS) or whole()


def whole() -> str | None:
    """The browser as people have it: $CHROMIUM, else the system's, else what Playwright installed."""
    return _named() or _first(NAMES) or _playwrights_own()


def chromium(*, as_people_have_it: bool = False) -> str:
    """The path of a browser; raises when there is none."""
    path = whole() if as_people_have_it else found()
    if path is None:
        raise RuntimeError("There is no Chromium on this machine: run `make browser`, or set CHROMIUM to its path.")
    return path


def install() -> None:
    """As root on Debian the system's packages, which bring their libraries; elsewhere Playwright's own."""
    missing = [names[0] for names in (NAMES, SHELLS) if not _first(names)]
    if _from_debian(missing) or whole():
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _from_debian(packages: list[str]) -> bool:
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return False
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        try:
            done = subprocess.run(
                ["apt-get", "-qq", *command],
                check=False,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE_S,
            )
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0


def _named() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named if named and shutil.which(named) else None


def _first(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    if not os.environ.get("CHROMIUM") and not (_first(SHELLS) and whole()):
        install()
    print(f"   {chromium()}")
