"""The one kind of failure that an operator can do something about."""


class Refusal(Exception):
    """The program cannot do this here; the message says what to change, and no stack trace is shown."""
