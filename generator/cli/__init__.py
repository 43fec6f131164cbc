"""The command line `annuaire`: one module a command; arguments in, a call, a print."""
