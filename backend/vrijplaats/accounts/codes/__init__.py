"""Codes by e-mail: the way in for a telephone that is too old for passkeys. It is worth less than a passkey."""
