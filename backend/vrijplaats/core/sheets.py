"""What a cell of a sheet may hold. Pure."""

from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_text(value: str) -> str:
    """Never a formula, whatever somebody called themselves or their organisation."""
    return f"'{value}" if value.lstrip(" ").startswith(FORMULA) else value


def as_typed(value: str) -> str:
    """The same back again, as it was before as_text."""
    return value[1:] if value.startswith("'") and value[1:].lstrip(" ").startswith(FORMULA) else value


def sheet_row(texts: Iterable[str]) -> str:
    """One line of CSV as Dutch spreadsheets read it; no text in it is ever a formula."""
    return ";".join(_quoted(as_text(text)) for text in texts) + "\r\n"


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if any(sign in text for sign in ';"\r\n') else text
