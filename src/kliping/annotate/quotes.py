"""Words in quotation marks and who said them."""

import re
from collections.abc import Iterator
from functools import cache

from kliping.annotate.lexicon import listed, said, says
from kliping.model import Quote

LEAST_WORDS = 4
"""Shorter passages in marks are titles, mottoes or single words, unless a verb of saying is beside them."""

LEAD = 90
"""Characters before a passage in which a verb of saying leads to it."""

_PASSAGE = re.compile(r"“([^“”]{3,})”|(?<!\w)\"([^\"]{3,})\"(?!\w)|‘‘([^‘’]{3,})’’")
_NAME_RUN = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*\.?|[A-Z]\.)(?:\s+(?:[A-ZÀ-Þ][\w’'-]*\.?|bin|binti))*")
_PRONOUNS = re.compile(r"^\s*(?:dia|ia|beliau|pria|perempuan|wanita|lelaki|mantan|orang nomor)\b")


def find_quotes(paragraphs: tuple[tuple[int, str], ...], people: tuple[str, ...]) -> tuple[Quote, ...]:
    """Find every quotation, in order; the speaker is one of ``people`` (full names) or empty.

    Each paragraph is (line, text). A passage without verb or closing mark of speech is no quotation.
    """
    return tuple(_quotes(paragraphs, people))


def _quotes(paragraphs: tuple[tuple[int, str], ...], people: tuple[str, ...]) -> Iterator[Quote]:
    subject = ""
    for line, text in paragraphs:
        passages = list(_PASSAGE.finditer(text))
        cursor = 0
        for at, match in enumerate(passages):
            words = next(group for group in match.groups() if group is not None).strip()
            following = passages[at + 1].start() if at + 1 < len(passages) else len(text)
            before, after = text[cursor : match.start()], text[match.end() : following]
            subject = _last_person(before, people) or subject
            if _is_speech(words, before, after):
                speaker = _speaker_behind(after, people) or _speaker_before(before, people) or subject
                subject = speaker or subject
                yield Quote(words.rstrip(","), speaker, line)
            cursor = match.end()
        subject = _last_person(text[cursor:], people) or subject


@cache
def _led_to() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(listed('says')))})\b[^.]{{0,40}}[,:]\s*$")


def _is_speech(words: str, before: str, after: str) -> bool:
    """Tell spoken words from a title or a motto in marks."""
    if said().match(after.lstrip(" ,")) or _led_to().search(before[-LEAD:]):
        return True
    sentence = words[-1:] in ".,!?…" or after[:1] in ".,"
    return (
        len(words.split()) >= LEAST_WORDS
        and sentence
        and (not before.strip() or before.rstrip()[-1:] in ".,:;”" or words[0].isupper())
    )


def _speaker_behind(after: str, people: tuple[str, ...]) -> str:
    """Read ``,” jelas Vicky`` and ``,” ujar Kepala Bekraf Triawan Munaf di Malang``."""
    match = said().match(after.lstrip(" ,"))
    if not match or match["own"]:
        return ""
    clause = re.split(r"[.;“\"]", after.lstrip(" ,")[match.end() :], maxsplit=1)[0][:160]
    return "" if _PRONOUNS.match(clause) else _first_person(clause, people)


def _speaker_before(before: str, people: tuple[str, ...]) -> str:
    """Read ``Wahyu menegaskan, “…``."""
    sentence = re.split(r"(?<=[.!?”])\s", before.strip())[-1]
    return _last_person(sentence, people) if says().search(sentence) or sentence.rstrip().endswith((":", ",")) else ""


def _named(text: str, people: tuple[str, ...]) -> Iterator[str]:
    for run in _NAME_RUN.finditer(text):
        printed = {word.strip(".").casefold() for word in run[0].split()}
        best = max(people, key=lambda name: len(printed & _parts(name)), default="")
        if best and printed & _parts(best):
            yield best


def _parts(name: str) -> set[str]:
    return {part for part in name.casefold().replace(".", "").split() if len(part) > 1}


def _first_person(text: str, people: tuple[str, ...]) -> str:
    return next(_named(text, people), "")


def _last_person(text: str, people: tuple[str, ...]) -> str:
    found = ""
    for found in _named(text, people):  # noqa: B007 - the last one is wanted
        pass
    return found
