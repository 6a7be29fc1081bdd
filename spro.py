"""The command line: a thin door that assembles each package's own commands."""
