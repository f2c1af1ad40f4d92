"""Pages made by the thousand: parts of real shapes put together at random, with the record they must give.

    a number → a story of the written articles → parts around it → blank lines and damage → a page and its record

The same number always makes the same page. ``shapes.yaml`` has the forms in which sites print dates, bylines, datelines
and captions; ``furniture.yaml`` what stands around an article.

``planted`` makes whole archives in which outlets print each other's news again, as ``retold`` does it, beside what only
looks like it; ``house_style.yaml`` has the spellings, forms, laws and footers.
"""
