"""The one loader of YAML: safe, and libyaml's where PyYAML has it, which gives the same ten times faster."""

from __future__ import annotations

try:  # every usual wheel of PyYAML has it
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml import SafeLoader  # type: ignore[assignment]  # another class, of the same interface

__all__ = ["SafeLoader"]
