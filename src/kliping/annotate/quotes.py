"""Words in quotation marks and who said them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kliping.annotate.lexicon import listed, said, says
from kliping.annotate.mentions import Mention, Mentions
from kliping.annotate.passages import Passage, find_passages, marks_of
from kliping.model import Quote

LEAST_WORDS = 4
"""Shorter passages in marks are titles, mottoes or single words, unless a verb of saying is beside them."""
LEAD = 90
"""Characters before a passage in which a verb of saying leads to it."""
CLAUSE = 170
"""Characters behind a verb of saying in which its subject stands."""
VERB = 30
"""Characters behind a subject in which its verb begins."""
GONE_BACK = 6
"""Sentences about «ia» that are passed over to find who that is."""
NOBODY = -1

_PRONOUN = re.compile(
    r"\s*(?:dia|ia|beliau|pria|perempuan|wanita|lelaki|laki-laki|mantan|orang nomor|sosok|bapak|ibu|she|he)\b"
    r"|\s*$|\s*[,.(]"
)
_MEANT = re.compile(r"\b(?:itu|tersebut|ini|tahun|akrab|kerap|biasa|sapaan)\b")
_UNNAMED = re.compile(r"\s*(?:se?orang|salah se?orang|salah satu|beberapa|sejumlah|para|warga)\b")
_NOT_SUBJECT = re.compile(
    r"\b(?:kepada|bersama|oleh|dengan|untuk|dari|milik|didampingi|terhadap|to|with|by)\s+(?:\S+\s+){0,6}$"
)
_SAME = re.compile(
    r"\s*(?:Ia|Dia|Beliau|Menurutnya|Menurut dia|Dirinya|Pihaknya|Kata dia|Lanjutnya|Pria|Perempuan|She|He)\b"
)
_BEHIND = re.compile(r"(?:Demikian|Begitu(?:lah)?|Hal (?:itu|tersebut|ini|senada)|Pernyataan|Ungkapan|Itulah)\b")
_NAMES_A_THING = re.compile(
    r"\b(?:bertema(?:kan)?|bertajuk|berjudul|bertuliskan|tema|tajuk|judul|slogan|moto|motto|tagline|lagu|buku|film|novel"
    r"|istilah|disebut|dijuluki|julukan|bernama|dinamai|program|tulisan|kata|word|called|titled)\s*$"
)
_ANY_VERB = re.compile(r"([a-z]{4,})\s+(?:\S{1,8}\s+)?$")
"""A word between a quotation and a name, which so must be a verb of saying, known or not: ``,” gurau Nenek Saida``."""
_NO_VERBS = frozenset(
    ("yang", "dari", "dalam", "pada", "untuk", "saat", "ketika", "oleh", "milik", "karya", "kepada", "bagi")
)
_STOP = re.compile(r"[.?!]\s+")
_OFFICE_SAYS = re.compile(r"(?:^|[.!?]\s+)([A-Z][a-z]+)\s+(?:juga\s+|pun\s+)?([a-z]+)")


def find_quotes(paragraphs: tuple[tuple[int, str], ...], people: tuple[str, ...]) -> tuple[Quote, ...]:
    """Find every quotation, in order; the speaker is one of ``people`` (full names) or empty.

    Each paragraph is (line, text). A passage without verb or closing mark of speech is no quotation.
    """
    if not any(marks_of(text).search(text) for _, text in paragraphs):
        return ()
    return tuple(_Listener(paragraphs, people).quotes())


class _Listener:
    """Goes through an article and knows at every place whom «ujarnya» means."""

    def __init__(self, paragraphs: tuple[tuple[int, str], ...], people: tuple[str, ...]) -> None:
        self._paragraphs = paragraphs
        self._people = people
        self._mentions = Mentions([text for _, text in paragraphs], people)
        self._subject = NOBODY

    def quotes(self) -> Iterator[Quote]:
        """Yield the quotations; one that the next paragraph goes on with has that one's speaker."""
        waiting: list[tuple[str, int]] = []
        for place, (line, text) in enumerate(self._paragraphs):
            for passage, speaker, verb in self._said_in(place, text):
                if not passage.closed:
                    waiting.append((passage.words, line))
                    continue
                for earlier, its_line in waiting:
                    yield Quote(earlier, self._name(speaker), its_line)
                waiting.clear()
                yield Quote(passage.words.rstrip(","), self._name(speaker), line, verb)
        for words, line in waiting:
            yield Quote(words, self._name(self._subject), line)

    def _name(self, person: int) -> str:
        return self._people[person] if person >= 0 else ""

    def _said_in(self, place: int, text: str) -> Iterator[tuple[Passage, int, str]]:
        """Yield the passages of speech in one paragraph with their speakers."""
        mentions = self._mentions.of(text)
        passages = find_passages(text)
        cursor = 0
        for at, passage in enumerate(passages):
            following = passages[at + 1].start if at + 1 < len(passages) else len(text)
            self._hear(text, cursor, passage.start, mentions)
            cursor = passage.end
            after = text[passage.end : min(following, passage.end + CLAUSE)]
            if not is_speech(passage, text[max(0, passage.start - LEAD) : passage.start], after):
                continue
            speaker, verb, cursor = self._behind(text, passage.end, following, mentions)
            if speaker is None:
                alone = not passage.start and not text[passage.end : passage.end + 3].strip(" .")
                speaker = self._told_after(place) if alone else self._subject
            elif speaker >= 0:
                self._subject = speaker
            yield passage, speaker, verb
        self._hear(text, cursor, len(text), mentions)

    def _hear(self, text: str, start: int, end: int, mentions: list[Mention]) -> None:
        """Note who is the subject of the last sentence between two places that names somebody."""
        inside = _between(mentions, start, end)
        if not inside:
            self._hear_office(text, start, end)
            return
        begin = _sentence_start(text, start, inside[-1].start)
        for _ in range(GONE_BACK):
            earlier = _between(inside, start, begin)
            if not earlier or not _SAME.match(text, begin):
                break
            inside, begin = earlier, _sentence_start(text, start, earlier[-1].start)
        if _SAME.match(text, begin) and self._subject >= 0:
            return
        sentence = _between(inside, begin, end)
        subjects = [one for one in sentence if not _NOT_SUBJECT.search(text, max(begin, one.start - 60), one.start)]
        speaking = [one for one in subjects if says().match(text[one.end : one.end + VERB].lstrip(" ,"))]
        self._subject = (speaking or subjects or sentence[-1:])[0].person

    def _hear_office(self, text: str, start: int, end: int) -> None:
        """Note a subject that goes by the office alone: «Kapolsek menambahkan …»."""
        for office in _OFFICE_SAYS.finditer(text, start, end):
            if office[2] in listed("says") and office[1] in self._mentions.offices:
                self._subject = self._mentions.offices[office[1]]

    def _behind(self, text: str, start: int, end: int, mentions: list[Mention]) -> tuple[int | None, str, int]:
        """Read the attribution behind a passage: who (None where it names nobody), the verb, and where it ends."""
        while start < end and text[start] in " ,":
            start += 1
        verb = said().match(text, start, end)
        stop = _clause_end(text, verb.end() if verb else start, end)
        if verb is None:
            for mention in _between(mentions, start, stop):
                if says_it := says().match(text[mention.end : mention.end + VERB].lstrip()):
                    return mention.person, says_it[0], stop
                if (word := _ANY_VERB.match(text, start, mention.start)) and word[1] not in _NO_VERBS:
                    return mention.person, word[1], stop
            return None, "", start
        if verb["own"]:
            return None, verb[0], stop
        clause = text[verb.end() : stop]
        first = next(iter(_between(mentions, verb.end(), stop)), None)
        if _PRONOUN.match(clause) and not (first and first.start - verb.end() < 3):
            return None, verb[0], stop
        if first and " kepada " not in text[verb.end() : first.start]:
            return first.person, verb[0], stop
        return self._unnamed(clause), verb[0], stop

    def _unnamed(self, clause: str) -> int | None:
        """Return who is meant where a clause names nobody: an office's holder, the one spoken of, or nobody."""
        words = clause.replace(",", " ").split()
        if words and words[0] in self._mentions.offices:
            return self._mentions.offices[words[0]]
        if _UNNAMED.match(clause) or not _MEANT.search(clause):
            return NOBODY
        return None

    def _told_after(self, place: int) -> int:
        """Return whom the next paragraph names as the speaker of a passage that stands alone, else the subject."""
        if place + 1 < len(self._paragraphs) and _BEHIND.match(following := self._paragraphs[place + 1][1]):
            first = next(iter(self._mentions.of(following[:CLAUSE])), None)
            return first.person if first else self._subject
        return self._subject


def _between(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that begin between two places of a text."""
    return mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return where the last sentence before a place begins; an initial's or a short title's full stop ends none."""
    found = start
    for stop in _STOP.finditer(text, start, end):
        word = text[max(start, stop.start() - 6) : stop.start()].rsplit(None, 1)[-1:] or [""]
        if stop[0][0] != "." or len(word[0]) > 3 or not word[0][:1].isupper():
            found = stop.end()
    return found


def _clause_end(text: str, start: int, end: int) -> int:
    """Return where the sentence ends; a full stop behind an initial or a short title ends none."""
    limit = min(end, start + CLAUSE)
    for mark in re.finditer(r"[.;!?“\"](?=\s|$)|[“\"]", text[start:limit]):
        word = text[start : start + mark.start()].rsplit(None, 1)[-1:] or [""]
        if mark[0] != "." or len(word[0]) > 3 or not word[0][:1].isupper():
            return start + mark.start()
    return limit


def is_speech(passage: Passage, before: str, after: str) -> bool:
    """Tell spoken words from a title or a motto in marks."""
    words = passage.words
    if said().match(after.lstrip(" ,")) or _led_to(before):
        return True
    if _NAMES_A_THING.search(before) or (not passage.closed and len(words.split()) < LEAST_WORDS):
        return False
    sentence = words[-1:] in ".,!?…" or after[:1] in ".," or not passage.closed
    return (
        len(words.split()) >= LEAST_WORDS
        and sentence
        and (not before.strip() or before.rstrip()[-1:] in '.,:;”"' or words[0].isupper())
    )


def _led_to(before: str) -> bool:
    """Tell whether a verb of saying leads to what follows: ``menegaskan, ``."""
    tail = before.rstrip()
    if tail[-1:] not in (",", ":"):
        return False
    words = tail[-60:].rsplit(".", 1)[-1].replace(",", " ").replace(":", " ").split()
    return any(word in listed("says") or word in ("kata", "ujar", "menurut", "Menurut") for word in words)
