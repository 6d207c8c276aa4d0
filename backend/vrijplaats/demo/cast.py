"""The people one can sign in as: who they are, and where they live. As invented as everybody else."""

from dataclasses import dataclass

GZN, HUMANITAS, EXODUS = "Gevangenenzorg Nederland", "Humanitas", "Exodus"

STAFF = {"veenhuizen-esserheem": "Sanne Kuipers", "dordrecht": "Wim Oosterhof"}
COORDINATORS = {GZN: "Anja Mulder", HUMANITAS: "Peter Feenstra", EXODUS: "Samira Haddou"}
FUNDER, MINISTRY = "Hanneke Wagenaar", "Ministerie van Justitie en Veiligheid"
OPERATOR = "Joris Timmer"


@dataclass(frozen=True, slots=True)
class Part:
    """A volunteer with a name; `key` is None for those who only play along."""

    key: str | None
    name: str
    gender: str
    town: str
    speaks: tuple[str, ...]
    capacity: int
    weekdays: tuple[int, ...]


GZN_VOLUNTEERS = (
    Part("volunteer-1", "Els Bakker", "WOMAN", "Assen", ("nl", "en", "de"), 6, (1, 2, 4)),
    Part("volunteer-2", "Ruben Martina", "MAN", "Roden", ("nl", "pap", "es", "en"), 5, (2, 4)),
    Part("volunteer-3", "Karin de Boer", "WOMAN", "Smilde", ("nl", "en"), 5, (1, 3, 5)),
    Part("volunteer-4", "Fatima el Amrani", "WOMAN", "Groningen", ("nl", "ary", "fr"), 4, (2, 3)),
    Part("volunteer-5", "Henk Dijkstra", "MAN", "Drachten", ("nl", "fy", "de"), 5, (1, 2, 3)),
    Part("volunteer-6", "Nynke Bergsma", "WOMAN", "Oosterwolde", ("nl", "fy", "en"), 5, (1, 2, 3, 4, 5)),
    Part("volunteer-7", "Mehmet Aslan", "MAN", "Hoogezand", ("nl", "tr", "de"), 6, (1, 2, 3, 4, 5)),
    Part("volunteer-8", "Wilma Huisman", "WOMAN", "Hoogeveen", ("nl",), 5, (2, 4)),
    Part("volunteer-9", "Jan Veenstra", "MAN", "Norg", ("nl", "en"), 5, (1, 5)),
    Part("volunteer-10", "Sheila Baldew", "WOMAN", "Leeuwarden", ("nl", "srn", "en"), 5, (3, 4)),
    Part("volunteer-11", "Pawel Nowicki", "MAN", "Emmen", ("nl", "pl", "en"), 5, (2, 5)),
    Part("volunteer-12", "Tjitske Hoekstra", "WOMAN", "Heerenveen", ("nl", "fy"), 4, (1, 4)),
    Part("volunteer-13", "Omar Tahiri", "MAN", "Haren", ("nl", "ar", "ary", "en"), 5, (2, 3, 6)),
    Part("volunteer-14", "Greet Zijlstra", "WOMAN", "Beilen", ("nl", "de"), 5, (3, 5)),
    Part("volunteer-15", "Sytse Postma", "MAN", "Gorredijk", ("nl", "fy", "en"), 4, (1, 2)),
    Part("volunteer-16", "Elena Rojas", "WOMAN", "Zuidlaren", ("nl", "es", "en"), 5, (4, 5)),
    Part("volunteer-17", "Dirk Hofman", "MAN", "Meppel", ("nl", "en"), 5, (1, 3)),
    Part("volunteer-18", "Marleen Jager", "WOMAN", "Eelde", ("nl", "fr", "en"), 4, (2, 4, 7)),
    Part("volunteer-19", "Kwame Mensah", "MAN", "Veendam", ("nl", "en", "fr"), 5, (3, 6)),
    Part("volunteer-20", "Annelies Kiers", "WOMAN", "Leek", ("nl", "en", "de"), 5, (1, 2, 5)),
)
HUMANITAS_VOLUNTEERS = (Part("volunteer-humanitas", "Geert Tuinstra", "MAN", "Assen", ("nl", "en"), 3, (1, 2, 3)),)
EXTRAS = (
    Part(None, "Bas Willems", "MAN", "Assen", ("nl", "en"), 2, (2, 4)),
    Part(None, "Tineke Visser", "WOMAN", "Groningen", ("nl", "de"), 3, (1, 3)),
    Part(None, "Joost Hendriks", "MAN", "Norg", ("nl", "en"), 3, (2, 3)),
)
