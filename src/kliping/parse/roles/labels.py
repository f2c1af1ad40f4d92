"""The labels in front of names: ``Penulis:``, ``Editor :``, ``Oleh``."""

import re
from functools import cache

from kliping import data


@cache
def roles_in_bylines() -> re.Pattern[str]:
    """Match a byline's label, its field as the group's name: ``Penulis:``, ``Editor :``, ``Oleh``."""
    groups = []
    for field, labels in data.load("bylines.yaml")["labels"].items():
        forms = "|".join(
            re.escape(str(label)).replace(r"\ ", r"\s+") for label in sorted(labels, key=len, reverse=True)
        )
        groups.append(f"(?P<{field}>{forms})")
    return re.compile(
        rf"(?<![\w]){'(?:' + '|'.join(groups) + ')'}(?:\s*(?:\|\s*)?[:/](?:\s*\|)?|\s+(?=[A-ZÀ-Þ]))\s*(?!\w*[:/])", re.I
    )


@cache
def role_alone() -> re.Pattern[str]:
    """Match a label whose name stands on the next line, or was lost."""
    labels = [str(label) for entry in data.load("bylines.yaml")["labels"].values() for label in entry]
    return re.compile(rf"[-•·\s]*(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s*:?", re.I)


@cache
def label_heads() -> frozenset[str]:
    """First words of the labels, in lower case."""
    entries = data.load("bylines.yaml")["labels"].values()
    return frozenset(str(label).lower().split()[0] for labels in entries for label in labels)
