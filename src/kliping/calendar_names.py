"""Names of months, weekdays and zones in Indonesian and English text."""

from functools import cache

from kliping import data


def fold_name(name: str) -> str:
    """Lower case without apostrophes, as the calendar's spellings are kept."""
    return name.lower().replace("'", "").replace("’", "").replace("‘", "").rstrip(".")


@cache
def months() -> dict[str, int]:
    """Spelling to month, 1 to 12."""
    return {name: int(number) for number, names in data.load("calendar.yaml")["months"].items() for name in names}


@cache
def weekdays() -> dict[str, int]:
    """Spelling to weekday, 0 (Monday) to 6, as ``date.weekday`` counts."""
    return {name: int(number) for number, names in data.load("calendar.yaml")["weekdays"].items() for name in names}


def is_weekday(text: str) -> bool:
    """Tell whether a text is the name of a weekday."""
    return fold_name(text) in weekdays()


@cache
def zones() -> dict[str, int]:
    """Zone, in lower case, to minutes east of UTC."""
    return dict(data.load("calendar.yaml")["zones"])


def weekday_name(weekday: int) -> str:
    """Indonesian name of a weekday, capitalised."""
    return str(data.load("calendar.yaml")["weekdays"][weekday][0]).capitalize()
