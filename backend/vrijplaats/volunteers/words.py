"""What papers are called, and who gave one out that came from a file, in Dutch and English."""

from collections.abc import Mapping

PAPERS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "VOG": "VOG",
        "REFERENCE": "referentie",
        "TRAINING_BASIS": "basistraining",
        "TRAINING_SOS": "SOS-training",
        "TRAINING_CHILD_SAFETY": "training veilig met kinderen",
        "ADMISSION": "toelating",
    },
    "en": {
        "VOG": "VOG",
        "REFERENCE": "reference",
        "TRAINING_BASIS": "basic training",
        "TRAINING_SOS": "SOS training",
        "TRAINING_CHILD_SAFETY": "child safety training",
        "ADMISSION": "admission",
    },
}

# who gave a paper out is in hardly any spreadsheet; nobody has seen it here. Kept in the words of who imported it
FROM_A_FILE: Mapping[str, str] = {"nl": "Overgenomen uit een bestand", "en": "Taken over from a file"}


def issued_by(issuer: str, locale: str) -> str:
    """Who gave it out, as somebody of this language reads it."""
    return FROM_A_FILE[locale] if issuer in FROM_A_FILE.values() else issuer
