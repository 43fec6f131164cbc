"""What is read in the name of a contract: its short form, its territory, its rank."""

import pytest

from generator.directory.names import NameParts, name_parts


@pytest.mark.parametrize(
    ("name", "short", "territory", "rank"),
    [
        ("Contrat local de santé de Cornouaille", "CLS de Cornouaille", "Cornouaille", None),
        ("Contrat local de santé d'Annonay", "CLS d'Annonay", "Annonay", None),
        ("Contrat local de santé d’Annonay", "CLS d’Annonay", "Annonay", None),
        ("Contrat local de santé de La Rochelle", "CLS de La Rochelle", "La Rochelle", None),
        (
            "Contrat local de santé de l'agglomération de La Rochelle 2023-2028",
            "CLS de l'agglomération de La Rochelle",
            "La Rochelle",
            None,
        ),
        (
            "Contrat local de santé de la Haute-Gironde",
            "CLS de la Haute-Gironde",
            "Haute-Gironde",
            None,
        ),
        ("Contrat local de santé du Pays de Redon", "CLS du Pays de Redon", "Redon", None),
        ("Contrat local de santé de la ville de Brest", "CLS de la ville de Brest", "Brest", None),
        (
            "Deuxième contrat local de santé de Dinan Agglomération",
            "CLS de Dinan Agglomération",
            "Dinan Agglomération",
            2,
        ),
        (
            "Nouveau contrat local de santé de Lisieux Normandie",
            "CLS de Lisieux Normandie",
            "Lisieux Normandie",
            None,
        ),
        ("2e CLS de Laon", "CLS de Laon", "Laon", 2),
        ("Contrat local de santé 2 du Creusot", "CLS du Creusot", "Creusot", 2),
        ("Contrat local de santé 2+ de Reims", "CLS de Reims", "Reims", 2),
        (
            "Contrat local de santé III de Strasbourg et de l'Eurométropole",
            "CLS de Strasbourg et de l'Eurométropole",
            "Strasbourg et de l'Eurométropole",
            3,
        ),
        ("CLS n° 3 des Mureaux", "CLS des Mureaux", "Mureaux", 3),
        ("Contrat local de santé 2024-2028 d'Oyonnax", "CLS d'Oyonnax", "Oyonnax", None),
        ("Contrat local de santé 4 Rivières", "CLS 4 Rivières", "4 Rivières", None),
        (
            "Contrat local de santé de 2e génération de la Communauté d'agglomération d'Épinal",
            "CLS de la Communauté d'agglomération d'Épinal",
            "Épinal",
            2,
        ),
        ("Contrat local de santé d'Orly (2e génération)", "CLS d'Orly", "Orly", 2),
        ("Contrat local de santé de Limoges, deuxième génération", "CLS de Limoges", "Limoges", 2),
        ("Contrat local de santé de Saint-Quentin (version 2)", "CLS de Saint-Quentin",
         "Saint-Quentin", 2),
        ("Contrat local de santé de Montreuil (CLS 4)", "CLS de Montreuil", "Montreuil", 4),
        ("Contrat local de santé du Haut Val d'Oise (CLS3)", "CLS du Haut Val d'Oise",
         "Haut Val d'Oise", 3),
        ("Contrat local de santé de Cayenne (renouvellement)", "CLS de Cayenne", "Cayenne", None),
        ("Contrat local de santé du Pays de Redon (deuxième)", "CLS du Pays de Redon", "Redon", 2),
        (
            "Contrat local de santé de Saint-Denis (Seine-Saint-Denis), 1er contrat",
            "CLS de Saint-Denis (Seine-Saint-Denis)",
            "Saint-Denis (Seine-Saint-Denis)",
            1,
        ),
        ("Contrat local de santé de Poissy 2021-2022", "CLS de Poissy", "Poissy", None),
        (
            "Contrat local de santé intercommunal des Savanes",
            "CLS intercommunal des Savanes",
            "Savanes",
            None,
        ),
        (
            "Contrat territorial de santé du Pays de Gex",
            "Contrat territorial de santé du Pays de Gex",
            "Gex",
            None,
        ),
        ("Contrat local de santé", "CLS", "CLS", None),
        ("Contrat local de santé 2023-2027", "CLS", "CLS", None),
        ("Santé en Aubrac", "Santé en Aubrac", "Santé en Aubrac", None),
        ("2024", "2024", "2024", None),
    ],
)  # fmt: skip
def test_a_name_says_a_territory_and_sometimes_a_rank(
    name: str, short: str, territory: str, rank: int | None
) -> None:
    assert name_parts(name) == NameParts(short, territory, rank)
