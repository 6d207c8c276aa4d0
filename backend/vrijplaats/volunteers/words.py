"""What papers are called, in Dutch and English."""

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
