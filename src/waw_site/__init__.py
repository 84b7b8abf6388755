"""The generator of programme monitors; `site.py` tells its steps."""
