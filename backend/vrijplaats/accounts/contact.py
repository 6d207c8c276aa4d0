"""What an e-mail address, a telephone number, a name and a language have to be. No input or output."""

import re
import unicodedata
from hashlib import sha256

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from vrijplaats.core.errors import LOCALES, InvalidInput, Words

_REGION = "NL"  # how a number without a country is read
_LABELS: dict[str, Words] = {
    "email": {"nl": "e-mailadres", "en": "e-mail address"},
    "phone": {"nl": "telefoonnummer", "en": "phone number"},
    "displayName": {"nl": "naam", "en": "name"},
    "locale": {"nl": "taal", "en": "language"},
}
_EMAIL: Words = {"nl": "vul een heel adres in, zoals naam@voorbeeld.nl", "en": "a whole address, like name@example.org"}
_PHONE: Words = {"nl": "vul een nummer in waarop je te bellen bent", "en": "a number you can be called on"}
_NAME: Words = {
    "nl": "vul een naam in van hooguit {most} letters, zonder link",
    "en": "a name of at most {most} letters, without a link",
}
_LOCALE: Words = {"nl": "kies nl of en", "en": "choose nl or en"}
_LONGEST_NAME = 120
# a mail program makes a link of these, in a letter that comes from us
_LINK = re.compile(r"[<>@]|://|\bwww\.", re.IGNORECASE)
# in these scripts (Arabic to Sinhala, Burmese, Khmer) a joiner inside a word says how two letters are written
_SCRIPTS = "\u0620-\u065f\u066e-\u06d3\u0700-\u0963\u0971-\u0de5\u1000-\u103f\u1780-\u17d3"
_JOINED = re.compile(rf"(?<=[{_SCRIPTS}])[\u200c\u200d](?=[{_SCRIPTS}])")
_AROUND = re.compile(r"^.*<([^<>]+)>\s*$", re.DOTALL)


def email_address(text: str, *, field: str = "email") -> str:
    """An address as letters are sent to it: plain ASCII, the domain in its own small letters. Takes what is pasted
    from a mail program too ("Els Bakker <els@example.org>"). Raises InvalidInput."""
    pasted = _AROUND.match(text)
    try:
        # whether the domain receives mail is not asked: a network's hiccup is no reason to refuse somebody
        found = validate_email(
            (pasted[1] if pasted else text).strip(), check_deliverability=False, allow_smtputf8=False
        )
    except EmailNotValidError:
        raise InvalidInput(field=field, label=_LABELS["email"], requirement=_EMAIL) from None
    return found.ascii_email or found.normalized


def address_hash(email: str) -> str:
    """By which the database finds an address (`app.address`), in hexadecimal."""
    return sha256(email.lower().encode()).hexdigest()


def phone_number(text: str, *, field: str = "phone") -> str:
    """A number in E.164 (+31612345678); raises InvalidInput."""
    try:
        number = phonenumbers.parse(text.strip(), _REGION)
    except phonenumbers.NumberParseException:
        raise InvalidInput(field=field, label=_LABELS["phone"], requirement=_PHONE) from None
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise InvalidInput(field=field, label=_LABELS["phone"], requirement=_PHONE)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_for_people(number: str) -> str:
    """The same as one reads it: "06 12345678" for a Dutch number, with its country otherwise."""
    parsed = phonenumbers.parse(number, _REGION)
    dutch = parsed.country_code == phonenumbers.country_code_for_region(_REGION)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if dutch else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def display_name(text: str, *, field: str = "displayName") -> str:
    """A name as others see it: one line, no signs that cannot be seen, no address; raises InvalidInput."""
    return one_line(text, field=field, label=_LABELS["displayName"], most=_LONGEST_NAME)


def one_line(text: str, *, field: str, label: Words, most: int) -> str:
    """Something with a name, as others see it: no signs that cannot be seen, no address; raises InvalidInput."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    shown = _JOINED.sub("", name)
    hidden = any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn", "Cs"} for sign in shown)
    if not 1 <= len(name) <= most or hidden or _LINK.search(name) or not any(sign.isalpha() for sign in name):
        requirement = {locale: words.format(most=most) for locale, words in _NAME.items()}
        raise InvalidInput(field=field, label=label, requirement=requirement)
    return name


def language(text: str) -> str:
    """A language we speak with people; raises InvalidInput."""
    if text not in LOCALES:
        raise InvalidInput(field="locale", label=_LABELS["locale"], requirement=_LOCALE)
    return text
