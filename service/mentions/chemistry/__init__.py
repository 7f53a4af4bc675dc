"""Formulas, compounds, compositions, isotopes and ions."""
