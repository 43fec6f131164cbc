"""The rules, each said once: what is wrong, what to do, and a message that the check prints for it.

The page of the rules is made of this. A rule that is an error here and a warning there is told twice.
"""

from generator.source.rules.catalogue.errors import ERRORS
from generator.source.rules.catalogue.gaps import GAPS
from generator.source.rules.catalogue.rule import Rule, Subject
from generator.source.rules.catalogue.warnings import WARNINGS

__all__ = ["RULES", "Rule", "Subject"]

RULES = (*ERRORS, *WARNINGS, *GAPS)
"""In the order of the page."""
