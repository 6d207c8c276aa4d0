"""How long the program and the database worked, in seconds of processor: what others on the machine do adds nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.world import World


async def worked(world: World) -> float:
    """So far: this process, the children that it waited for, and every connection to the database that is open now. A
    connection that closed is no longer in it, so a difference is never too much."""
    rows = await world.rows("select pid from pg_stat_activity where datname = current_database()")
    here = os.times()
    return time.process_time() + here.children_user + here.children_system + sum(_work_of(row["pid"]) for row in rows)


def _work_of(process: int) -> float:
    try:
        parts = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
