"""What a person should know about a seed, in the site's folder terms."""

from kliping.errors import Problem, Severity
from kliping.model import Record, Repair, Seed

_REFUSED = {
    "binary-seed": (
        "is not text (too many control bytes)",
        "save the page as text (.txt, UTF-8) and put that file here instead",
    ),
    "empty-seed": ("is empty", "paste the article's text into it, or delete the file"),
    "too-many-lines": (
        "has more lines than any page of one article",
        "save each article in a file of its own",
    ),
    "embedded-teaser": (
        "is the teaser of an article, as WordPress offers it for other sites, not the article",
        "open the article itself and save that page",
    ),
    "no-article": (
        "holds no article: no paragraph was found, only labels and lists",
        "run «kliping explain» on it to see how each line was read",
    ),
    "several-articles": (
        "holds several articles, each with its own dateline",
        "save each article in a file of its own",
    ),
    "html-extra": (
        "is a saved web page, and what reads those is not installed",
        'pip install "kliping[html]", or save the article as text (.txt)',
    ),
    "large-page": (
        "is too large for a page of news (more than 6 MB without its pictures, or 40,000 elements)",
        "save the article as text (.txt) and put that file here instead",
    ),
    "unreadable-page": (
        "is no web page that can be read",
        "open it in a browser and save the article as text (.txt)",
    ),
}
DOUBT = 0.6
"""A field decided with less is worth a look."""


def seed_problem(seed: Seed, code: str) -> Problem:
    """Say why a seed gives no record."""
    message, hint = _REFUSED[code]
    return Problem(seed.name, 0, code, message, hint, Severity.ERROR)


def warnings(seed: Seed, record: Record, repairs: tuple[Repair, ...]) -> tuple[Problem, ...]:
    """Say what is doubtful about a record."""
    found = [
        Problem(
            seed.name,
            repair.line,
            "encoding",
            f"is not {repair.before}; read as {repair.after}",
            "save it as UTF-8",
            Severity.INFO,
        )
        for repair in repairs
        if repair.rule == "decode"
    ]
    date, title = record.provenance.get("date"), record.provenance.get("title")
    if date is None:
        found.append(
            Problem(
                seed.name,
                0,
                "no-date",
                "no publication date could be proved from the text",
                "write «date: YYYY-MM-DD» into its record",
            )
        )
    elif date.note and not date.rule.startswith(("date-weekday-year", "date-range-year")):
        found.append(Problem(seed.name, date.line, "date-contradicts", date.note, "check the date in its record"))
    elif date.confidence < DOUBT:
        found.append(
            Problem(
                seed.name,
                date.line,
                "doubtful-date",
                f"the date {record.date} is doubtful",
                "check the date in its record",
            )
        )
    if title is not None and title.rule == "derived-lead":
        found.append(
            Problem(
                seed.name,
                0,
                "derived-title",
                f"prints no headline; «{record.title}» was made from its lead",
                "write «title:» into its record",
                Severity.INFO,
            )
        )
    return tuple(found)
