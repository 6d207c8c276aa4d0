"""A publication as a sheet: CSV that Dutch spreadsheets open with a double click. Pure.

UTF-8 without a byte order mark, semicolons, decimal commas, lines that end in CR LF. A text that a
spreadsheet would take for a formula is given an apostrophe, which shows it as text.
"""

import csv
import io

import orjson

from vrijplaats.core.sheets import as_text

_HEADS = ("organisatie", "kwartaal", "bezoeken", "uren")


def csv_of(canonical: bytes) -> bytes:
    """The rows of the first table, from the frozen bytes."""
    table = orjson.loads(canonical)["tables"][0]
    text = io.StringIO()
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")
    sheet.writerow(_HEADS)
    for row in table["rows"]:
        sheet.writerow([as_text(row["organisation"]), row["quarter"], row["visits"], row["hours"].replace(".", ",")])
    return text.getvalue().encode()
