"""The words that tell persons from functions, organisations and places; all folded."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_A_NAME = _words(
    """
    les des une maire maires adjoint adjointe adjoints president presidente presidents vice prefet
    prefete sous ministre depute deputee deputes senateur senatrice conseiller conseillere
    conseillers directeur directrice directeurs coordinateur coordinatrice delegue deleguee elu
    elue elus recteur rectrice procureur procureure secretaire commissaire tout toulemonde ouvrage
    ouvrages oeuvre oeuvres stage stages conference conferences junior juniors ecole ecoles
    universite universites universitaire universitaires veterinaire veterinaires medecin medecins
    pharmacien pharmacienne chef cheffe responsable referent referente et ou qui dont pour chargee
    charge est too sante
    """
)
"""What follows a title and is a function or something else, and no name."""

NOT_MISTER = _words(
    """
    ligne lignes plan programme gare categorie bus tram metro taille type lettre option groupe
    batiment bloc niveau axe action fiche zone secteur
    """
)
"""After these M is a letter."""

OFFICES = _words(
    """
    sante social sociale jeunesse sport sports culture economie finances bretagne normandie corse
    occitanie nouvelle aquitaine bourgogne franche centre pays grand hauts provence auvergne rhone
    guadeloupe martinique guyane reunion mayotte france paris dreets drees draaf dreal drac drajes
    drdjscs inserm insee ademe carsat cnrs cpam cnam admr unafo agriculture environnement emploi
    travail logement education alimentation
    """
)
"""What follows DR or PR where these stand for a direction régionale or the like."""

STREETS = _words(
    """
    rue place avenue av boulevard bd square allee allees quai chemin route impasse cours passage
    esplanade pont point villa hameau quartier cite residence parc stade salle
    """
)
"""What bears the name of anyone, with any title."""

PLACES = STREETS | _words(
    """
    hopital hopitaux hospitalier hospitaliere hospitaliers centre centres clinique cliniques
    polyclinique lycee lycees college colleges ecole ecoles scolaire maison maisons espace espaces
    fondation institut foyer foyers pavillon batiment site pole campus faculte universite gymnase
    piscine dispensaire mediatheque bibliotheque amphitheatre creche prix unite laboratoire ch chu
    chs chi ghu ght cmp csapa caarud ehpad ehpads mas fam esat ime itep ssr usld msp pmi ifsi dojo
    domaine jardin association cpts
    """
)
"""What is often named after a doctor or a professor."""

BREAKS = _words(
    """
    par avec et ou le sous chez dont que qui selon via pour est a
    """
)
"""Between a place and a title these say that the title is not in the place's name."""

FUNCTIONS = _words(
    """
    maire adjoint adjointe president presidente vice elu elue conseiller conseillere depute
    deputee senateur senatrice directeur directrice coordinateur coordinatrice coordonnateur
    coordonnatrice charge chargee chef cheffe responsable referent referente animateur animatrice
    medecin docteur infirmier infirmiere delegue deleguee prefet prefete secretaire assistant
    assistante psychologue pharmacien pharmacienne cadre contact pilote
    """
)
"""What a person is, before or after a name."""

ORGANISATIONS = _words(
    """
    sante assos association associations habitat agglo agglomeration communaute metropole ville
    commune communes travail alzheimer parkinson rein service services solidarite solidarites nord
    sud est ouest centre hopital clinique groupe fondation maison pays terres territoire
    territoires grand grande ars cpts chu ght ehpad mutualite mutuelle universite ecole college
    lycee conseil region departement prefecture syndicat federation union reseau collectif comite
    institut nationale national benevolat handicap autisme victimes addictions diabete depression
    cancer accueil formation emploi insertion ensemble jeunes jeunesse famille familles enfance
    logement loisirs sport sports nature environnement mer bassin vallee plaine agence
    developpement interco intercommunalite promotion prevention soins
    """
)
"""One of these says that a name is an organisation's."""
