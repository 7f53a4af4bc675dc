"""``python -m element_classifier``: the command element-classifier."""

import sys

from element_classifier.program import main

if __name__ == "__main__":
    sys.exit(main())
