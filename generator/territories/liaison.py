"""How French ties a place's name to the sentence: « du Finistère », « dans l'Ain », « à La Réunion ».

The liaison number is INSEE's TNCC (type de nom en clair) of the Code officiel géographique.
"""

_OF_PLACE = ("de ", "d'", "du ", "de la ", "des ", "de l'", "des ", "de las ", "de los ")
_WITHIN_PLACE = ("en ", "en ", "dans le ", "dans la ", "dans les ", "dans l'", "dans les ")

_TAAF = "Terres australes et antarctiques françaises"

# Where official use (préfecture, conseil départemental) departs from what TNCC would give.
# « X-et-Y » takes no article, though TNCC gives one to these three; so does Vaucluse.
_OF_EXCEPTIONS = {
    "Loir-et-Cher": "de Loir-et-Cher",
    "Lot-et-Garonne": "de Lot-et-Garonne",
    "Tarn-et-Garonne": "de Tarn-et-Garonne",
    "Vaucluse": "de Vaucluse",
    "Nouvelle-Aquitaine": "de Nouvelle-Aquitaine",
    _TAAF: f"des {_TAAF}",
    "Polynésie française": "de la Polynésie française",
    "Nouvelle-Calédonie": "de la Nouvelle-Calédonie",
    "Île de Clipperton": "de l'île de Clipperton",
}

# Islands and towns take « à ».
_AT = (
    "Paris",
    "La Réunion",
    "Mayotte",
    "Saint-Pierre-et-Miquelon",
    "Saint-Barthélemy",
    "Saint-Martin",
    "Wallis et Futuna",
)

# Names that TNCC gives an article, and that use puts after « en » without it: feminine names by
# custom (« en Gironde », yet « dans la Sarthe »), a few that begin with a vowel, and « X-et-Y ».
_EN = (
    "Ardèche", "Ariège", "Charente", "Charente-Maritime", "Corrèze", "Corse-du-Sud", "Côte-d'Or",
    "Creuse", "Dordogne", "Gironde", "Guadeloupe", "Guyane", "Haute-Corse", "Haute-Garonne",
    "Haute-Loire", "Haute-Marne", "Haute-Saône", "Haute-Savoie", "Haute-Vienne", "Isère",
    "Loir-et-Cher", "Loire-Atlantique", "Lot-et-Garonne", "Lozère", "Martinique", "Mayenne",
    "Moselle", "Savoie", "Seine-Maritime", "Seine-Saint-Denis", "Tarn-et-Garonne", "Vaucluse",
    "Vendée", "Centre-Val de Loire", "Nouvelle-Aquitaine", "Polynésie française",
    "Nouvelle-Calédonie",
)  # fmt: skip

_WITHIN_EXCEPTIONS = {
    **{name: f"à {name}" for name in _AT},
    **{name: f"en {name}" for name in _EN},
    _TAAF: f"dans les {_TAAF}",
    "Île de Clipperton": "sur l'île de Clipperton",
}


def of_place(name: str, liaison: int) -> str:
    """Return the name of a département, région or collectivité after « de »."""
    return _OF_EXCEPTIONS.get(name) or _OF_PLACE[liaison] + name


def within_place(name: str, liaison: int) -> str:
    """Return the name of a département, région or collectivité after « dans », « en » or « à »."""
    return _WITHIN_EXCEPTIONS.get(name) or _WITHIN_PLACE[liaison] + name
