"""Contracts side by side, chosen by the reader or beside their neighbours."""
