"""Saved web pages, read through trafilatura, which comes with the extra ``kliping[html]``.

    bytes → page → metadata, visible lines, article → one text → roles and claims

trafilatura says which paragraphs are the article; our rules only find what stands about them (headline, date line,
bylines, captions, tags) and cut a paragraph for a strong reason. The *lines* of such a seed are the lines of the text
made from the page: first a line for each piece of metadata, then the page's visible lines in their order.

Nothing here imports trafilatura or lxml when it is loaded: they are heavy, and an extra.
"""
