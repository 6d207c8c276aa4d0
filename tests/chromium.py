"""Finds the browser for the browser tests, and installs one when there is none. A missing browser is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Chromium's own sandbox does not work for root.
ARGUMENTS = ["--no-sandbox"] if os.getuid() == 0 else []


def found() -> str | None:
    """$CHROMIUM, else one of the system's, else the one that Playwright installed."""
    if named := os.environ.get("CHROMIUM"):
        return named if shutil.which(named) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwrights_own()


def chromium() -> str:
    """The path of a browser; raises when there is none."""
    path = found()
    if path is None:
        raise RuntimeError("There is no Chromium on this machine: run `make browser`, or set CHROMIUM to its path.")
    return path


def install() -> None:
    """As root on Debian the system's package, which brings its libraries; elsewhere Playwright's own."""
    if os.getuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        if subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    if found() is None:
        install()
    print(f"   {chromium()}")
