"""The generator of the monitor Werken aan Werk; `site.py` tells its steps."""
