"""`python -m eval.fitting answerable|danger`: learn again from examples, and say how well."""

import sys

from eval.fitting.commands import fitting

if __name__ == "__main__":
    sys.exit(fitting(sys.argv[1:]))
