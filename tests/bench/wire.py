"""A client that costs almost nothing: one prepared request, sent again and again over kept connections."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP request, prepared once."""

    port: int
    method: str = "GET"
    path: str = "/"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def __bytes__(self) -> bytes:
        lines = {"Host": f"localhost:{self.port}", "Content-Length": str(len(self.body)), **self.headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"{self.method} {self.path} HTTP/1.1\r\n{head}\r\n".encode() + self.body


@dataclass(frozen=True, slots=True)
class Speed:
    """What came of it; waits in milliseconds."""

    per_second: float
    waits: list[float]
    answer: bytes


async def measure(call: Call, *, requests: int, at_once: int) -> Speed:
    """Send the call `requests` times over `at_once` connections; any answer but 200 is an error."""
    waits: list[float] = []
    left = iter(range(requests))
    began = time.perf_counter()
    answers = await asyncio.gather(*(_line(call, left, waits) for _ in range(at_once)))
    return Speed(requests / (time.perf_counter() - began), waits, answers[0])


async def _line(call: Call, left: Iterator[int], waits: list[float]) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", call.port)
    request, answer = bytes(call), b""
    try:
        for _ in left:
            began = time.perf_counter()
            writer.write(request)
            answer = await _answer(reader)
            waits.append((time.perf_counter() - began) * 1000)
    finally:
        writer.close()
    return answer


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
    body = await reader.readexactly(length)
    if not head.startswith(b"http/1.1 200"):
        raise RuntimeError(f"{head.splitlines()[0].decode()}: {body[:400].decode(errors='replace')}")
    return body
