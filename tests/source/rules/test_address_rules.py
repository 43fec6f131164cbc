"""Web addresses that must not be published, and their near and honest neighbours."""

import pytest

from tests.small_root import BRETAGNE, SmallRoot, contract_text, told

WEB_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl"

REFUSED = {
    "adresse-locale": [
        "http://localhost./cls",
        "http://intranet.local/cls",
        "https://serveur.lan/cls.pdf",
        "https://www.example.com/cls",
        "https://192.168.1.12/cls",
        "https://8.8.8.8/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://１２７.0.0.1/",
        "http://%6Cocalhost.%6Cocal/",
        "http://10.0.0.1.nip.io/cls",
    ],
    "adresse-secrete": [
        "https://www.quimper.bzh/cls?token=abc",
        "https://www.quimper.bzh/cls?page=2&access_token=abc",
        "https://stockage.fr/cls.pdf?X-Amz-Date=1&X-Amz-Signature=0a1b2c",
        "https://stockage.fr/cls.pdf?sv=2024&sig=abc%3D",
        "https://carte.fr/cls?key=AIzaSyD4x9",
        "https://www.quimper.bzh/cls;jsessionid=0A1B2C",
        "https://www.quimper.bzh/#access_token=abc",
        f"https://www.quimper.bzh/cls/{WEB_TOKEN}",
        f"https://www.quimper.bzh/cls?t={WEB_TOKEN}",
    ],
    "adresse-raccourcie": [
        "https://bit.ly/3cls",
        "https://t.co/abc",
        "https://tinyurl.com/cls",
        "https://lnkd.in/abc",
        "https://urlr.me/abc",
        "https://www.google.com/url?q=https://www.quimper.bzh",
    ],
    "adresse-personnelle": [
        "https://www.linkedin.com/in/camille-durand-29",
        "https://fr.linkedin.com/in/camille",
        "https://www.facebook.com/camille.durand.29",
        "https://www.facebook.com/profile.php?id=1000",
        "https://m.facebook.com/people/Camille-Durand/1000/",
        "https://x.com/camilledurand",
        "https://twitter.com/camilledurand/status/12",
        "https://www.instagram.com/camille_durand/",
        "https://www.tiktok.com/@camille.durand",
        "https://bsky.app/profile/camilledurand.bsky.social",
    ],
}

WARNED = [
    "https://www.linkedin.com/company/ars-bretagne",
    "https://www.facebook.com/villedequimper/posts/12",
    "https://www.facebook.com/groups/1234",
    "https://x.com/ARS_Bretagne",
    "https://www.instagram.com/quimper.bretagne.occidentale/",
]

ALLOWED = [
    "https://www.quimper.bzh/cls?page=2&cHash=9f6c75b611baa42694c740928cee729d",
    "https://www.quimper.bzh/spip.php?article2359",
    "https://www.quimper.bzh/cls?key=axes",
    "https://www.quimper.bzh/cls?code=29232",
    "https://www.quimper.bzh/cls?token=",
    "https://www.quimper.bzh/le-token-des-jeunes",
    "https://www.local.fr/cls",
    "https://localhost.fr/cls",
    "https://example.fr/cls",
    "https://www.1001idees.fr/",
    "https://www.sante123.com/",
    "https://www.maxx.com/x.com/camille",
    "https://www.bit.ly.quimper.bzh/",
    "https://santé-quimper.fr/cls",
    "https://www.youtube.com/watch?v=abc",
    "https://www.google.com/maps/place/Quimper",
]


def source(address: str) -> str:
    return contract_text(sources=f'[{{titre: Quimper, url: "{address}"}}]')


@pytest.mark.parametrize(
    ("rule", "address"),
    [(rule, address) for rule, addresses in REFUSED.items() for address in addresses],
)
def test_refused(root: SmallRoot, rule: str, address: str) -> None:
    problems = root.check(source(address))
    assert told(problems) == [("erreur", rule, f'"{address}"')]
    assert all(problem.expected and problem.proposal for problem in problems)


@pytest.mark.parametrize("address", WARNED)
def test_a_page_of_an_organisation_is_a_warning(root: SmallRoot, address: str) -> None:
    assert told(root.check(source(address))) == [("avertissement", "reseau-social", f'"{address}"')]


@pytest.mark.parametrize("address", ALLOWED)
def test_allowed(root: SmallRoot, address: str) -> None:
    assert root.check(source(address)) == []


@pytest.mark.parametrize("address", ["http://localhost/cls", "https://moi:secret@quimper.bzh/"])
def test_an_address_that_the_form_refuses_is_told_once(root: SmallRoot, address: str) -> None:
    problems = root.check(source(address))
    assert [problem.rule for problem in problems if "donnee" not in problem.rule] == ["url"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("voir http://localhost:8000/cls, à relire", "adresse-locale"),
        ("la page (https://192.168.0.1) le dit", "adresse-locale"),
        ("Le lien : HTTPS://BIT.LY/abc.", "adresse-raccourcie"),
        ("https://moi:secret@quimper.bzh/", "adresse-secrete"),
    ],
)
def test_addresses_in_a_text(root: SmallRoot, text: str, rule: str) -> None:
    problems = root.check(contract_text(note=f'"{text}"'))
    assert rule in [problem.rule for problem in problems]


@pytest.mark.parametrize(
    "changes",
    [
        {"documents": '[{titre: CLS, url: "https://bit.ly/3cls"}]'},
        {"contact": '{url: "https://bit.ly/3cls"}'},
    ],
)
def test_every_key_that_holds_an_address(root: SmallRoot, changes: dict[str, str | None]) -> None:
    assert [problem.rule for problem in root.check(contract_text(**changes))] == [
        "adresse-raccourcie"
    ]


def test_addresses_of_a_region(root: SmallRoot) -> None:
    agency = 'ars: {nom: ARS Bretagne, site: "https://bit.ly/ars"}'
    root.write("regions/bretagne.yml", BRETAGNE.replace("ars: {nom: ARS Bretagne}", agency))
    assert [problem.rule for problem in root.problems()] == ["adresse-raccourcie"]


def test_a_wrong_address_is_told_with_the_other_faults(root: SmallRoot) -> None:
    text = contract_text(etat="signe", sources='[{titre: A, url: "https://bit.ly/3cls"}]')
    assert [problem.rule for problem in root.check(text)] == ["vocabulaire", "adresse-raccourcie"]
