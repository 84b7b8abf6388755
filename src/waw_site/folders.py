"""Where the program finds its own things; imports nothing heavy."""

import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCE = os.path.join(ROOT, "src")
TEMPLATES = os.path.join(ROOT, "templates")
CACHE = os.path.join(ROOT, ".cache")
