"""Personal data: what no public file may hold about a person, wherever it is written in it."""

from generator.source.personal_data.check import check_personal_data

__all__ = ["check_personal_data"]
