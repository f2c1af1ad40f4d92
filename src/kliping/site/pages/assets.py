"""Files that every page uses: style sheet, scripts, icon, and what the site's own ``static`` adds."""

from collections.abc import Iterator

from kliping.site.desk import Desk
from kliping.site.page import Page
from kliping.site.theme import asset_path, custom_properties


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the static files."""
    for name, data in desk.theme.assets.items():
        yield Page(asset_path(name, data), "raw", data, f"static/{name}")
    path, data = custom_properties(desk.settings.theme)
    if path:
        yield Page(path, "raw", data, "theme")
    for name, data in desk.theme.copies.items():
        yield Page(name, "raw", data, f"static/{name}")
