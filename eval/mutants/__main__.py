"""`python -m eval.mutants`: mutate the scorers in a copy, and say which faults no test sees."""

import sys

from eval.mutants.command import mutants

if __name__ == "__main__":
    sys.exit(mutants(sys.argv[1:]))
