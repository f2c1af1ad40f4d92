"""How well the parser reads: pages with expected records, what is right on each, and the sums.

    pages → facts (one page) → tally and confidence (all pages) → tables, floor

``tests/score.py`` prints it; tests hold it to ``tests/expected/floor.yaml``.
"""
