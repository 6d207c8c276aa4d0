"""Who sends: the program's key pair (RFC 8292), and a signed token for each push service, made once in a while."""

from datetime import timedelta
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from vrijplaats.core import clock
from vrijplaats.keys import SettingsError
from vrijplaats.notices.push.targets import to_text

# push services refuse more than a day; made anew well before, so that a clock that is off a little does no harm
VALID = timedelta(hours=12)
RENEWED_BEFORE = timedelta(hours=1)


def private_key(scalar: bytes) -> ec.EllipticCurvePrivateKey:
    """The key for these 32 bytes of VRIJPLAATS_VAPID_KEY; raises SettingsError for the few that are none."""
    try:
        return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())
    except ValueError:
        raise SettingsError("VRIJPLAATS_VAPID_KEY is no key on the curve; `vrijplaats keys` makes another.") from None


def public_key(scalar: bytes) -> str:
    """The applicationServerKey, as browsers take it: base64url of the point, uncompressed."""
    point = private_key(scalar).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return to_text(point)


class Signatures:
    """The Authorization header by push service. `origin` says where the sender is to be found when something is wrong
    with what it sends."""

    def __init__(self, scalar: bytes, origin: str) -> None:
        # not strict: the library's pattern for `sub` knows no name without a dot
        self._vapid = Vapid02(private_key(scalar), conf={"no-strict": True})
        parts = urlsplit(origin)
        self._subject = f"https://{parts.hostname}" if parts.scheme == "https" else f"mailto:push@{parts.hostname}"
        self._kept: dict[str, tuple[float, str]] = {}

    def header(self, service: str) -> str:
        """The header for this push service ("https://host")."""
        now = clock.now().timestamp()
        until, kept = self._kept.get(service, (0.0, ""))
        if until - RENEWED_BEFORE.total_seconds() <= now:
            until = now + VALID.total_seconds()
            # a dict of its own each time: the library writes into it
            claims = {"sub": self._subject, "aud": service, "exp": int(until)}
            kept = str(self._vapid.sign(claims)["Authorization"])
            self._kept[service] = (until, kept)
        return kept
