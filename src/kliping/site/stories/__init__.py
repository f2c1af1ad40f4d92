"""The same news over outlets: which articles print one text again, and which follow up another.

    text ─ prints → Print (kept with the article) ─ candidates, overlap, verdict → pairs ─ grouping → Stories

Nothing is guessed from headlines: two articles are one story when most of the shorter one's running text stands in the
other, in whatever order and however its words were edited, and the figures in it agree.
"""
