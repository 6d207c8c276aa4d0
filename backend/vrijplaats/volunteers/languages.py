"""Languages as BCP 47 codes, and their names in the reader's language."""

from functools import cache

from babel import Locale
from babel.core import parse_locale

# what our readers say and the CLDR does not know or spells otherwise
_OURS = {
    "nl": {"prs": "Dari"},
    "en": {"prs": "Dari", "pap": "Papiamentu"},
}
_LONGEST = 35


def canonical_language(code: str) -> str | None:
    """The code as it is always written ("pt-br" -> "pt-BR"); None when it is no language we can name."""
    try:
        language, territory, script, variant = parse_locale(code.strip()[: _LONGEST + 1], sep="-")[:4]
    except ValueError:
        return None
    named = Locale("nl")
    known = language in named.languages or language in _OURS["nl"]
    if not known or variant or (script and script not in named.scripts):
        return None
    if territory and territory not in named.territories:
        return None
    return "-".join(part for part in (language, script, territory) if part)


@cache
def language_name(code: str, locale: str) -> str:
    """A language by its name: "Papiaments", "Portugees (Brazilië)"; a code nobody knows stays a code."""
    reader = locale if locale in _OURS else "nl"
    names = Locale(reader)
    base, *details = code.split("-")
    name = _OURS[reader].get(base) or names.languages.get(base, base)
    more = ", ".join(names.scripts.get(part) or names.territories.get(part, part) for part in details)
    return f"{name} ({more})" if more else str(name)
