"""Keys that make two spellings of one name equal.

They are those of `generator/site/shell/fold.js`, step by step: both are tried on `tests/keys.json`.
"""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_KEY = re.compile(r"[^a-z0-9\n]+")
_SAINT = re.compile(r"\bst(e?)\b")
_ARTICLE = re.compile(r"^(?:le|la|les|l|los|aux) (?=.)", re.MULTILINE)


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII words: no accent, hyphen, apostrophe or ligature."""
    return fold_lines(text.replace("\n", " "))[0]


def fold_lines(text: str) -> list[str]:
    """Fold each line of `text`: one pass over a column is faster than one call a name."""
    # Replacements take a tenth of the time of str.translate.
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    plain = plain.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    words = _NOT_KEY.sub(" ", plain)
    return [line.strip() for line in words.split("\n")]


def slugify(text: str) -> str:
    """Return `text` as part of an address: `Côtes-d'Armor` → `cotes-d-armor`."""
    return fold(text).replace(" ", "-")


def place_key(name: str) -> str:
    """Return the key of a commune's name: folded, St and Ste written out, no leading article."""
    return place_keys(name.replace("\n", " "))[0]


def place_keys(names: str) -> list[str]:
    """Return the place key of each line of `names`."""
    folded = "\n".join(fold_lines(names))
    return _ARTICLE.sub("", _SAINT.sub(r"saint\1", folded)).split("\n")
