"""Letters by e-mail: plain and HTML together, in the reader's language, and nothing about a detainee in any of them.

Who wants to write tells the outbox "mail.<what>" with ids; a delivery in the feature's jobs.py makes the letter from
the database as it is at that moment and hands it to `send`.
"""

from vrijplaats.core.mail.letter import Button, Code, Fine, Letter, Lines, Link, Part, Text
from vrijplaats.core.mail.sending import Outcome, send

__all__ = ["Button", "Code", "Fine", "Letter", "Lines", "Link", "Outcome", "Part", "Text", "send"]
