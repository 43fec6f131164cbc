"""The adapter to MkDocs, and nothing more: the work lies in `publish` and in `site`."""

from generator.mkdocs_plugin.plugin import AnnuairePlugin

__all__ = ["AnnuairePlugin"]
