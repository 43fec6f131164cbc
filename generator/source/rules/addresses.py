"""Web addresses that must not be published: local, secret, shortened, or a person's own page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from generator.source.problem import Severity

_LOCAL_ENDINGS = frozenset((
    "corp", "example", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain",
    "localhost", "onion", "private", "test",
))  # fmt: skip
"""Last labels that no public address bears (RFC 2606, 6761, 6762, 7686, 8375, and habit)."""

_LOCAL_DOMAINS = frozenset((
    "example.com", "example.net", "example.org", "home.arpa", "localtest.me", "lvh.me",
    "nip.io", "sslip.io", "xip.io",
))  # fmt: skip
"""Domains reserved for examples, or that lead to the reader's own machine."""

_SHORTENERS = frozenset((
    "acesse.one", "bit.ly", "bitly.com", "bl.ink", "buff.ly", "cutt.ly", "dlvr.it", "fb.me",
    "frama.link", "goo.gl", "huit.re", "ift.tt", "is.gd", "lc.cx", "lnkd.in", "lstu.fr",
    "ow.ly", "qrco.de", "rb.gy", "rebrand.ly", "short.gy", "shorturl.at", "shorturl.com",
    "surl.li", "swll.to", "t.co", "t.ly", "tiny.cc", "tiny.one", "tinyurl.com", "tr.im", "u.to",
    "urlr.me", "urls.fr", "urlz.fr", "v.gd", "wp.me", "x.gd",
))  # fmt: skip
"""Services whose address hides, and may change, the page that it leads to."""

_SECRET_KEYS = frozenset((
    "accesskey", "accesstoken", "apikey", "apitoken", "auth", "authkey", "authorization",
    "authtoken", "awsaccesskeyid", "bearer", "clientsecret", "hmac", "idtoken", "jsessionid",
    "jwt", "motdepasse", "passwd", "password", "phpsessid", "pwd", "refreshtoken", "secret",
    "sessionid", "sig", "signature", "token", "xamzcredential", "xamzsecuritytoken",
    "xamzsignature", "xgoogcredential", "xgoogsignature",
))  # fmt: skip
"""Parameters that hold an access of someone, in lower-case letters alone."""

_DOUBTFUL_KEYS = frozenset(("code", "key", "sid", "session"))
"""Parameters that hold an access where their value looks like one."""

_PARAMETER = re.compile(r"[?&;#/]([\w%.\[\]-]+)=([^&;#]+)")
_SECRET_VALUE = re.compile(r"(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[\w.~+/%-]{8,}", re.ASCII)
_WEB_TOKEN = r"\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*"
"""A JSON Web Token."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an address."""

    rule: str
    message: str
    expected: str
    proposal: str
    severity: Severity = Severity.ERROR


class Address(NamedTuple):  # a dataclass takes four times as long to make
    """An address taken apart, its host as a browser reads it."""

    text: str
    parts: SplitResult
    host: str
    domain: str
    """The last two labels of the host."""

    @classmethod
    def parse(cls, text: str) -> Address | None:
        """The address, or None where `text` is none."""
        try:
            parts = urlsplit(text)
            host = parts.hostname or ""
        except ValueError:
            return None
        if not host.isascii() or "%" in host:
            host = unicodedata.normalize("NFKC", unquote(host)).replace("。", ".").lower()
        host = host.rstrip(".")
        return cls(text, parts, host, ".".join(host.rsplit(".", 2)[-2:]))


def fault_of(address: Address) -> Fault | None:
    """Why an address must not be published, or None. Those of social networks are told elsewhere."""
    return _local(address) or _secret(address) or _shortened(address)


def _local(address: Address) -> Fault | None:
    last = address.host.rpartition(".")[2]
    expected = "une page publique, que tout le monde peut ouvrir"
    if ":" in address.host or last.isdecimal() or last.startswith("0x"):
        return Fault(
            "adresse-locale",
            f"adresse par numéro de machine ({address.host})",
            expected,
            "citez la page par le nom de son site, ou retirez cette adresse",
        )
    if "." not in address.host or last in _LOCAL_ENDINGS or address.domain in _LOCAL_DOMAINS:
        return Fault(
            "adresse-locale",
            f"adresse qui ne mène à aucun site public ({address.host})",
            expected,
            "citez la page par son adresse publique, ou retirez cette adresse",
        )
    return None


def _secret(address: Address) -> Fault | None:
    secret = None
    if "@" in address.parts.netloc:
        secret = "un identifiant ou un mot de passe"
    elif "=" in address.text:
        for match in _PARAMETER.finditer(address.text):
            key = re.sub(r"[^a-z]", "", unquote(match.group(1)).lower())
            value = match.group(2)
            doubtful = key in _DOUBTFUL_KEYS and _SECRET_VALUE.fullmatch(value)
            if key in _SECRET_KEYS or doubtful:
                secret = f"une clé d’accès (« {match.group(1)} »)"
                break
    if secret is None and "eyJ" in address.text and re.search(_WEB_TOKEN, address.text):
        secret = "une clé d’accès"
    if secret is None:
        return None
    return Fault(
        "adresse-secrete",
        f"l’adresse contient {secret}",
        "une adresse que chacun peut ouvrir, sans identifiant ni clé",
        "retirez cette partie de l’adresse, ou citez la page publique qui mène au document",
    )


def _shortened(address: Address) -> Fault | None:
    google = address.parts.path == "/url" and ".google." in f".{address.host}"
    if not google and address.domain not in _SHORTENERS and address.host not in _SHORTENERS:
        return None
    return Fault(
        "adresse-raccourcie",
        f"{address.host} cache la page où mène l’adresse",
        "l’adresse de la page elle-même",
        "ouvrez l’adresse, et écrivez celle que montre alors le navigateur",
    )
