"""The French of « de » and « dans »: every département and région, written out."""

import pytest

from generator.territories.reference import Reference, load_reference

DEPARTEMENTS = """
01 | de l'Ain | dans l'Ain
02 | de l'Aisne | dans l'Aisne
03 | de l'Allier | dans l'Allier
04 | des Alpes-de-Haute-Provence | dans les Alpes-de-Haute-Provence
05 | des Hautes-Alpes | dans les Hautes-Alpes
06 | des Alpes-Maritimes | dans les Alpes-Maritimes
07 | de l'Ardèche | en Ardèche
08 | des Ardennes | dans les Ardennes
09 | de l'Ariège | en Ariège
10 | de l'Aube | dans l'Aube
11 | de l'Aude | dans l'Aude
12 | de l'Aveyron | dans l'Aveyron
13 | des Bouches-du-Rhône | dans les Bouches-du-Rhône
14 | du Calvados | dans le Calvados
15 | du Cantal | dans le Cantal
16 | de la Charente | en Charente
17 | de la Charente-Maritime | en Charente-Maritime
18 | du Cher | dans le Cher
19 | de la Corrèze | en Corrèze
21 | de la Côte-d'Or | en Côte-d'Or
22 | des Côtes-d'Armor | dans les Côtes-d'Armor
23 | de la Creuse | en Creuse
24 | de la Dordogne | en Dordogne
25 | du Doubs | dans le Doubs
26 | de la Drôme | dans la Drôme
27 | de l'Eure | dans l'Eure
28 | d'Eure-et-Loir | en Eure-et-Loir
29 | du Finistère | dans le Finistère
2A | de la Corse-du-Sud | en Corse-du-Sud
2B | de la Haute-Corse | en Haute-Corse
30 | du Gard | dans le Gard
31 | de la Haute-Garonne | en Haute-Garonne
32 | du Gers | dans le Gers
33 | de la Gironde | en Gironde
34 | de l'Hérault | dans l'Hérault
35 | d'Ille-et-Vilaine | en Ille-et-Vilaine
36 | de l'Indre | dans l'Indre
37 | d'Indre-et-Loire | en Indre-et-Loire
38 | de l'Isère | en Isère
39 | du Jura | dans le Jura
40 | des Landes | dans les Landes
41 | de Loir-et-Cher | en Loir-et-Cher
42 | de la Loire | dans la Loire
43 | de la Haute-Loire | en Haute-Loire
44 | de la Loire-Atlantique | en Loire-Atlantique
45 | du Loiret | dans le Loiret
46 | du Lot | dans le Lot
47 | de Lot-et-Garonne | en Lot-et-Garonne
48 | de la Lozère | en Lozère
49 | de Maine-et-Loire | en Maine-et-Loire
50 | de la Manche | dans la Manche
51 | de la Marne | dans la Marne
52 | de la Haute-Marne | en Haute-Marne
53 | de la Mayenne | en Mayenne
54 | de Meurthe-et-Moselle | en Meurthe-et-Moselle
55 | de la Meuse | dans la Meuse
56 | du Morbihan | dans le Morbihan
57 | de la Moselle | en Moselle
58 | de la Nièvre | dans la Nièvre
59 | du Nord | dans le Nord
60 | de l'Oise | dans l'Oise
61 | de l'Orne | dans l'Orne
62 | du Pas-de-Calais | dans le Pas-de-Calais
63 | du Puy-de-Dôme | dans le Puy-de-Dôme
64 | des Pyrénées-Atlantiques | dans les Pyrénées-Atlantiques
65 | des Hautes-Pyrénées | dans les Hautes-Pyrénées
66 | des Pyrénées-Orientales | dans les Pyrénées-Orientales
67 | du Bas-Rhin | dans le Bas-Rhin
68 | du Haut-Rhin | dans le Haut-Rhin
69 | du Rhône | dans le Rhône
70 | de la Haute-Saône | en Haute-Saône
71 | de Saône-et-Loire | en Saône-et-Loire
72 | de la Sarthe | dans la Sarthe
73 | de la Savoie | en Savoie
74 | de la Haute-Savoie | en Haute-Savoie
75 | de Paris | à Paris
76 | de la Seine-Maritime | en Seine-Maritime
77 | de Seine-et-Marne | en Seine-et-Marne
78 | des Yvelines | dans les Yvelines
79 | des Deux-Sèvres | dans les Deux-Sèvres
80 | de la Somme | dans la Somme
81 | du Tarn | dans le Tarn
82 | de Tarn-et-Garonne | en Tarn-et-Garonne
83 | du Var | dans le Var
84 | de Vaucluse | en Vaucluse
85 | de la Vendée | en Vendée
86 | de la Vienne | dans la Vienne
87 | de la Haute-Vienne | en Haute-Vienne
88 | des Vosges | dans les Vosges
89 | de l'Yonne | dans l'Yonne
90 | du Territoire de Belfort | dans le Territoire de Belfort
91 | de l'Essonne | dans l'Essonne
92 | des Hauts-de-Seine | dans les Hauts-de-Seine
93 | de la Seine-Saint-Denis | en Seine-Saint-Denis
94 | du Val-de-Marne | dans le Val-de-Marne
95 | du Val-d'Oise | dans le Val-d'Oise
971 | de la Guadeloupe | en Guadeloupe
972 | de la Martinique | en Martinique
973 | de la Guyane | en Guyane
974 | de La Réunion | à La Réunion
976 | de Mayotte | à Mayotte
"""

REGIONS = """
guadeloupe | de la Guadeloupe | en Guadeloupe
martinique | de la Martinique | en Martinique
guyane | de la Guyane | en Guyane
la-reunion | de La Réunion | à La Réunion
mayotte | de Mayotte | à Mayotte
ile-de-france | d'Île-de-France | en Île-de-France
centre-val-de-loire | du Centre-Val de Loire | en Centre-Val de Loire
bourgogne-franche-comte | de Bourgogne-Franche-Comté | en Bourgogne-Franche-Comté
normandie | de Normandie | en Normandie
hauts-de-france | des Hauts-de-France | dans les Hauts-de-France
grand-est | du Grand Est | dans le Grand Est
pays-de-la-loire | des Pays de la Loire | dans les Pays de la Loire
bretagne | de Bretagne | en Bretagne
nouvelle-aquitaine | de Nouvelle-Aquitaine | en Nouvelle-Aquitaine
occitanie | d'Occitanie | en Occitanie
auvergne-rhone-alpes | d'Auvergne-Rhône-Alpes | en Auvergne-Rhône-Alpes
provence-alpes-cote-d-azur | de Provence-Alpes-Côte d'Azur | en Provence-Alpes-Côte d'Azur
corse | de Corse | en Corse
"""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def table(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


def test_departements(reference: Reference) -> None:
    written = [(d.code, d.of, d.within) for d in reference.departements.values()]
    assert written == table(DEPARTEMENTS)


def test_regions(reference: Reference) -> None:
    written = [(r.slug, r.of, r.within) for r in reference.regions.values()]
    assert written == table(REGIONS)
