"""Former ids: each leads to one contract, and no file bears it again."""

from tests.small_root import QUIMPER, SmallRoot, contract_text, told

OLDER = "contracts/bretagne/cornouaille-2018.yml"
PREPARATION = "quimper-preparation"


def test_a_name_that_no_file_bears_any_more(root: SmallRoot) -> None:
    assert root.check(contract_text(anciens_identifiants=f"[{PREPARATION}]")) == []


def test_a_name_that_another_file_bears_is_told_in_both(root: SmallRoot) -> None:
    root.write(QUIMPER, contract_text(anciens_identifiants="[cornouaille-2018]"))
    older, newer = root.problems()
    assert (older.path, newer.path) == (OLDER, QUIMPER)
    assert told([newer]) == [("erreur", "ancien-identifiant", "cornouaille-2018")]
    assert older.message == "« cornouaille-2018 » est un ancien identifiant de « quimper-2029 »"
    assert older.proposal == "renommez ce fichier"


def test_the_name_that_the_file_bears_today(root: SmallRoot) -> None:
    (problem,) = root.check(contract_text(anciens_identifiants="[quimper-2029]"))
    assert problem.message == "« quimper-2029 » est l’identifiant de cette fiche même"
    assert problem.proposal == "retirez « quimper-2029 » de anciens_identifiants"


def test_a_name_that_two_files_give(root: SmallRoot) -> None:
    brest = contract_text(
        nom="CLS de Brest",
        territoire='{communes: ["29019"]}',
        anciens_identifiants=f"[{PREPARATION}]",
    )
    root.write("contracts/bretagne/brest-2029.yml", brest)
    (problem,) = root.check(contract_text(anciens_identifiants=f"[{PREPARATION}]"))
    assert problem.message == f"« {PREPARATION} » est déjà un ancien identifiant de « brest-2029 »"
    assert problem.found == "contracts/bretagne/brest-2029.yml:7"


def test_a_precedent_that_was_renamed_is_found_again(root: SmallRoot) -> None:
    root.write(QUIMPER, contract_text(anciens_identifiants=f"[{PREPARATION}]"))
    root.write(
        "contracts/bretagne/quimper-2034.yml",
        contract_text(precedent=PREPARATION, duree="{debut: 2034, fin: 2038}"),
    )
    (problem,) = [problem for problem in root.problems() if problem.rule == "precedent"]
    assert problem.proposal == "écrivez precedent: quimper-2029, nom de cette fiche aujourd’hui"
