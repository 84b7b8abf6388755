"""Figures in a workbook: sheets for partners to fill, and back into the YAML that stands."""
