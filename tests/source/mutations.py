"""Damage to a YAML file: what a slip, a broken tool or an enemy may do to it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

DATES = (
    "1989", "1990", "2099", "2100", "2101", "9999", "0000", "-1", "0", "1", "8", "20", "21", "1e999", "0x7E7",
    "2023-00", "2023-13", "2023-02-29", "2024-02-29", "2100-12-31", "2096-02-29", "2019", "2024-07", "juin",
    '"2023-99999999999999999999"', '"2023 ' + "9" * 5000 + '"', '"12/07/2023"', '"1er juillet 2023"',
    '"32 juillet 2023"', '"2023 2023 2023"', "9" * 400, "٣٤",
)  # fmt: skip
"""Dates and numbers on their bounds and beyond."""

EDGES = ("1990", "2019", "2024-07", "2024-02-29", "2096-02-29", "2099", "2100-01", "2100-12-31")
LENGTHS = ("1", "4", "5", "20")

VALUES = (
    *DATES,
    "{debut: 2099, annees: 5}", "{signature: 2100-02-29, annees: 20}", "{signature: 2096-02-29, annees: 4}",
    "{debut: 2100-12-31, annees: 1}", "{debut: 1990, fin: 1990}", "{debut: 2096, annees: 5}",
    # Nothing, and what looks like it.
    "", "~", "null", '""', "''", '" "', "[]", "{}", "[~]", "[[]]", "[{}]", "{~: ~}", "[{}, ~, '', []]",
    # Other shapes than expected.
    "texte", "true", "oui", "[a, b]", "{a: b}", "{nom: a}", "[{nom: a}]", "[{titre: a, themes: eau}]",
    "{epci: [1], communes: x}", '["29232", "29232"]', '["01999"]', '["000000000"]', "[" * 20 + "]" * 20,
    "{a: " * 20 + "}" * 20, "[" + "a, " * 600 + "]", "[" + "{}, " * 60 + "]", "{" + "k: v, " * 60 + "}",
    # What YAML itself does.
    "&a b", "*a", "!!python/object/apply:os.system [ls]", "!t x", "|\n  a\n  b", ">-\n  a", "? a", "- a", "%a", "@a",
    "`a`", '"a', "'a", "[a", "{a", "a: b: c", "a #b", "# a", "---", "...", '"\\ud800"', '"\\x00"', '"\\q"',
    # What a terminal or a workflow's log obeys.
    '"a\\n::add-mask::b"', '"##[add-mask]b"', '"\\e[31m"', "a\x1b[31mb", "a\u202eb", "a\u200bb", "\ufeffa",
    '"\\u2028"', "a\x85b", "a\u2029b", "a\tb", "a\rb", "%0A::error::x", "\U0010ffff", "\ufdfa" * 20, "\u0301" * 20,
    # Long, and nearly right.
    "x" * 3000, "mot " * 1000, "sante-environement", "a-" * 200 + "a", "M. Jean Dupont", "01 02 03 04 05",
    "a@exemple.fr", "http://", "https://[", "https://a.b:99999/", "https://é.fr/" + "x" * 3000, "javascript:alert(1)",
)  # fmt: skip
"""Values that each stand for one way of being wrong, or for the edge of being right."""

_VALUE = re.compile(
    r"(?<=: )[^\n]+|(?<=- )[^\n]+|(?<=\[)[^\[\]\n]+(?=\])|(?<=[:,] )[^,{}\[\]\n]+(?=[,}])"
)
_DATE = re.compile(
    r"(?<=signature: )[^,}\n]+|(?<=debut: )[^,}\n]+|(?<=fin: )[^,}\n]+|(?<=annees: )[^,}\n]+"
    r"|(?<=consulte: )[^,}\n]+|(?<=rang: )[^,}\n]+"
)
_DURATION = re.compile(r"^duree:.*\n(?: +.*\n)*", re.MULTILINE)
_KEY = re.compile(r"[a-z_]+(?=:)")


def mutated(rng: random.Random, text: str, seeds: Sequence[str]) -> bytes:
    """`text` with one wound or a few, some of them with pieces of `seeds`."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        text = rng.choice(_WOUNDS)(rng, text, seeds)
    content = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.05:  # not in UTF-8 any more, as a rule
        place = rng.randrange(len(content) + 1)
        content = content[:place] + rng.randbytes(rng.randint(1, 3)) + content[place:]
    return content


def _replace(rng: random.Random, text: str, pattern: re.Pattern[str], by: str) -> str:
    matches = list(pattern.finditer(text))
    if not matches:
        return text
    match = rng.choice(matches)
    return text[: match.start()] + by + text[match.end() :]


def _other_value(rng: random.Random, text: str, _: Sequence[str]) -> str:
    return _replace(rng, text, _VALUE, rng.choice(VALUES))


def _other_date(rng: random.Random, text: str, _: Sequence[str]) -> str:
    return _replace(rng, text, _DATE, rng.choice(DATES))


def _other_duration(rng: random.Random, text: str, _: Sequence[str]) -> str:
    """Sound dates, which make no sound period."""
    keys = rng.sample(("signature", "debut", "fin", "annees"), rng.randint(1, 3))
    values = ", ".join(
        f"{key}: {rng.choice(LENGTHS if key == 'annees' else EDGES)}" for key in keys
    )
    return _replace(rng, text, _DURATION, f"duree: {{{values}}}\n")


def _other_files_value(rng: random.Random, text: str, seeds: Sequence[str]) -> str:
    values = _VALUE.findall(rng.choice(seeds))
    return _replace(rng, text, _VALUE, rng.choice(values)) if values else text


def _other_key(rng: random.Random, text: str, seeds: Sequence[str]) -> str:
    keys = [*_KEY.findall(rng.choice(seeds)), '"k\\n::add-mask::x"', "[a]", "~", "clé", "nom ", ""]
    return _replace(rng, text, _KEY, rng.choice(keys))


def _new_line(rng: random.Random, text: str, seeds: Sequence[str]) -> str:
    lines = text.split("\n")
    keys = _KEY.findall(rng.choice(seeds)) or ["nom"]
    new = " " * rng.choice((0, 0, 2, 4)) + f"{rng.choice(keys)}: {rng.choice(VALUES)}"
    lines.insert(rng.randrange(len(lines) + 1), new)
    return "\n".join(lines)


def _lines_moved(rng: random.Random, text: str, seeds: Sequence[str]) -> str:
    """Some lines are lost, doubled, indented, or come from another file."""
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    end = start + rng.randint(1, 4)
    taken = lines[start:end]
    other = rng.choice(seeds).split("\n")
    by = rng.choice(
        (
            [],
            taken * 2,
            [f"  {line}" for line in taken],
            [line[1:] for line in taken],
            other[start:end],
        )
    )
    return "\n".join([*lines[:start], *by, *lines[end:]])


def _character(rng: random.Random, text: str, _: Sequence[str]) -> str:
    place = rng.randrange(len(text) + 1)
    new = rng.choice(
        (
            "",
            "\x00",
            "\x1b",
            "\u202e",
            "\ud800",
            "\t",
            "\n",
            '"',
            "'",
            "[",
            "}",
            ":",
            " #",
            "&",
            "\\",
        )
    )
    return text[:place] + new + text[place + rng.randint(0, 1) :]


def _cut_short(rng: random.Random, text: str, _: Sequence[str]) -> str:
    return text[: rng.randrange(len(text) + 1)]


_WOUNDS = (
    _other_value, _other_value, _other_value, _other_date, _other_date, _other_duration, _other_files_value,
    _other_files_value, _other_key, _new_line, _new_line, _lines_moved, _character, _cut_short,
)  # fmt: skip
