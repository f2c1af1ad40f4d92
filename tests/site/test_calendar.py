"""The calendar, read back as RFC 5545 says: a reader of its own, unlike the writer."""

import re
from datetime import date
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from newsroom import BARE, SETTINGS, record, site, with_base

from kliping.config import Settings
from kliping.model import Event, Record
from kliping.site.pages.calendar import after, escape, fold
from kliping.site.render import render
from kliping.when import When

Entry = dict[str, str]


def read(data: bytes) -> tuple[Entry, list[Entry]]:
    """Read a calendar of one level: its properties and its entries, values unescaped; parameters stay in the names."""
    assert data.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    unfolded = re.sub(rb"\r\n[ \t]", b"", data).decode()
    calendar: Entry = {}
    entries: list[Entry] = []
    inside = calendar
    for line in unfolded.split("\r\n")[:-1]:
        name, colon, value = line.partition(":")
        assert colon
        if line == "BEGIN:VEVENT":
            inside = {}
        elif line == "END:VEVENT":
            entries.append(inside)
            inside = calendar
        else:
            assert name not in inside, f"{name} twice"
            inside[name] = unescape(value)
    return calendar, entries


def unescape(value: str) -> str:
    meant = {r"\\": "\\", r"\;": ";", r"\,": ",", r"\n": "\n", r"\N": "\n"}
    return re.sub(r"\\.", lambda match: meant[match[0]], value)


def calendar(records: list[Record], settings: Settings = SETTINGS) -> tuple[Entry, list[Entry]]:
    return read(render(site(records, settings)["data/timeline.ics"], BARE, "id"))


def telling(start: str, end: str = "", label: str = "Dialog digelar; di aula, Rabu.", **more: object) -> Record:
    days = When.parse(start), When.parse(end or start)
    return record("Kominfo", "2016-03-24", outlet="MC", events=(Event(*days, label, 3, **more),))  # type: ignore[arg-type]


def test_an_event_is_an_all_day_entry_whose_end_is_not_part_of_it() -> None:
    head, (entry,) = calendar([telling("2016-03-30", "2016-04-02", place="aula, lantai 2")])
    assert (head["BEGIN"], head["VERSION"], head["END"]) == ("VCALENDAR", "2.0", "VCALENDAR")
    assert entry["DTSTART;VALUE=DATE"] == "20160330"
    assert entry["DTEND;VALUE=DATE"] == "20160403"
    assert entry["SUMMARY"] == "Dialog digelar; di aula, Rabu."
    assert entry["LOCATION"] == "aula, lantai 2"
    assert entry["DESCRIPTION"] == "MC: Kominfo"
    assert (entry["STATUS"], entry["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")


def test_a_month_and_a_year_take_all_their_days() -> None:
    assert [after(When(2016, 2)), after(When(2016, 12)), after(When(2016))] == [
        date(2016, 3, 1), date(2017, 1, 1), date(2017, 1, 1)
    ]  # fmt: skip
    assert after(When(9999, 12, 31)) == date.max


def test_what_is_planned_is_tentative() -> None:
    _, (entry,) = calendar([telling("2016-05-01", planned=True)])
    assert entry["STATUS"] == "TENTATIVE"


def test_its_stamp_is_the_newest_report_s_and_its_name_does_not_hang_on_the_address() -> None:
    _, (entry,) = calendar([telling("2016-03-23")])
    _, (other,) = calendar([telling("2016-03-23")], with_base())
    assert entry["DTSTAMP"] == "20160324T000000Z"
    assert entry["UID"] == other["UID"]
    assert other["URL"].startswith("https://kliping.example/arsip/timeline/index.html#e2016-03-23-")


def test_no_two_entries_share_a_name() -> None:
    _, entries = calendar([telling(f"2016-03-{day:02d}", label=f"Rapat {day}") for day in range(1, 29)])
    assert len({entry["UID"] for entry in entries}) == len(entries) == 28


@cache
def no_controls(text: str) -> str:
    return "".join(" " if (ord(one) < 32 and one != "\n") or ord(one) == 127 else one for one in text)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_comes_back_from_a_value(text: str) -> None:
    assert unescape(escape(text)) == no_controls(text.replace("\r\n", "\n"))


@given(st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=300))
def test_folding_keeps_characters_whole_and_loses_none(line: str) -> None:
    folded = fold(line)
    pieces = folded.split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert folded.replace("\r\n ", "") == line
