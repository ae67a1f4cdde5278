"""`python -m crossread` is `crossread`."""

import sys

from crossread.cli import main

if __name__ == "__main__":
    sys.exit(main())
