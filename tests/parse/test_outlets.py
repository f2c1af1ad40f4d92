"""Outlets as data: their files are right, each is tried on a page of its own, and no page is taken for another's."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import TESTS, as_json, facts

from kliping import data
from kliping.errors import KlipingError
from kliping.model import Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.as_json import to_json
from kliping.parse.outlets import Outlet, described, find_by_domain, outlet_files, read_outlet
from kliping.parse.recognise import BEGINNING, recognised
from kliping.parse.sheet import Sheet
from kliping.text import fold

PAGES = TESTS / "outlets"
NAMES = sorted(path.stem for path in PAGES.glob("*.yaml"))


def page(name: str) -> tuple[dict[str, object], dict[str, object]]:
    """What the parser finds on a page, and what stands there."""
    return as_json(PAGES / f"{name}.txt"), yaml.safe_load((PAGES / f"{name}.yaml").read_text("utf-8"))


def sheet(*lines: str) -> Sheet:
    return Sheet(tuple(line for text in lines for line in (text, "")))


def whose(*lines: str) -> str | None:
    """File of the outlet that a page of these paragraphs is found to be of."""
    found = recognised(sheet(*lines))
    return found.outlet.id if found else None


STORY = "Warga kampung itu memperbaiki tanggul yang jebol bersama-sama sejak pagi sampai air surut kembali."


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_an_outlet_is_read_as_it_prints(name: str) -> None:
    got, want = page(name)
    found = facts(got, want)
    assert fold(str(got.get("outlet"))) == fold(str(want["outlet"]))
    assert got.get("domain") == want["domain"]
    wanted = ("title", "day", "body", "noise", "first paragraph", "last paragraph")
    assert [fact for fact in wanted if not found[fact]] == []


@pytest.mark.parametrize("outlet", [one for one in described() if one.test], ids=lambda outlet: outlet.id)
def test_an_outlets_file_names_its_page_and_is_recognised_on_it(outlet: Outlet) -> None:
    text = (PAGES / f"{outlet.test}.txt").read_text("utf-8")
    found = recognised(Sheet(tuple(text.split("\n"))))
    assert found is not None
    assert found.outlet.id == outlet.id


def test_every_outlet_has_a_page() -> None:
    assert [outlet.id for outlet in described() if not outlet.test] == []


def test_no_two_files_claim_the_same_name_domain_or_mark() -> None:
    owners: dict[str, str] = {}
    for outlet in described():
        for form in {fold(form) for form in _recognising(outlet.id)}:
            assert owners.setdefault(form, outlet.id) == outlet.id, form


def _recognising(name: str) -> Iterator[str]:
    entry = data.load_all("outlets")[name]
    for key in ("name", "domain"):
        yield from [entry[key]] if entry.get(key) else []
    for key in ("domains", "printed", "marks"):
        yield from entry.get(key, ())


def test_a_mark_or_dropped_line_is_long_enough_to_be_no_accident() -> None:
    for outlet in described():
        for line in (*outlet.marks, *outlet.drop):
            begun = line.endswith(BEGINNING)
            assert len(fold(line).split()) >= (2 if begun else 1), f"{outlet.id}: {line}"
            assert len(fold(line)) >= 6, f"{outlet.id}: {line}"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"nama": "Kabar"}, "no key 'nama'"),
        ({"name": ["Kabar"]}, "name must be text"),
        ({"printed": "KABAR"}, "printed must be a list"),
        ({"drop": [1]}, "drop must be a list"),
        ({"header_date": "today"}, "header_date must be saved"),
        (None, "no keys"),
    ],
)
def test_a_faulty_file_says_what_to_write(entry: object, said: str) -> None:
    with pytest.raises(KlipingError, match=said) as raised:
        read_outlet("kabar", entry)
    assert "data/outlets/kabar.yaml" in str(raised.value)


def test_every_key_is_explained_and_the_example_is_good() -> None:
    told = (TESTS.parent / "docs" / "outlets.md").read_text("utf-8")
    for field in fields(Outlet):
        assert field.name == "id" or f"| `{field.name}` |" in told, field.name
    example = told.split("## An example", 1)[1]
    block = "\n".join(line[4:] for line in example.splitlines() if line.startswith("    "))
    outlet = read_outlet("kabarlereng", yaml.safe_load(block))
    assert outlet.header_date == "saved"
    assert outlet.owns("jabar.kabarlereng.id")


def test_a_dateline_a_head_a_tail_and_a_copyright_line_tell_whose_page_it_is() -> None:
    assert whose(f"MALANG, KOMPAS.com - {STORY}") == "kompas"
    assert whose("SINDOnews", STORY) == "sindonews"
    assert whose("Tanggul Jebol Diperbaiki Warga - jatimnow.com", STORY) == "jatimnow"
    assert whose(STORY, "Copyright 2008 - 2025 PT. Kompas Cyber Media (Kompas Gramedia Digital Group).") == "kompas"
    assert whose(STORY, "Follow Berita Okezone di Google News") == "okezone"


def test_an_outlet_in_the_text_or_in_a_list_of_other_news_is_not_the_pages() -> None:
    told = "Keterangan itu diterima KOMPAS.com dari kepala desa, sedangkan Tempo memuatnya pada halaman pertama."
    assert whose(STORY, told) is None
    assert whose(STORY, "Berita Terkait", "Tempo", "Kompas.com", "Wartawan Republika Menang Lomba") is None
    assert whose(f"MALANG, KOMPAS.com - {STORY}", told, "Tempo", "tempo.co") == "kompas"


def test_two_outlets_that_both_look_like_the_pages_give_none() -> None:
    assert whose(f"MALANG, KOMPAS.com - {STORY}", "Copyright © 2024 Tempo") is None


def test_the_paper_goes_before_its_house() -> None:
    lines = (f"SURYAMALANG.COM, MALANG - {STORY}", "© 2025 TribunNews.com, a subsidiary of KG Media.")
    assert whose(*lines) == "suryamalang"


def test_a_domain_below_an_outlets_own_is_its_too_but_has_a_name_of_its_own() -> None:
    found = find_by_domain("medan.tribunnews.com")
    assert found is not None
    assert (found.id, found.name) == ("tribun", "")
    assert find_by_domain("bukantribunnews.com") is None


def read(*lines: str, files: bool = True) -> dict[str, Any]:
    """Read a page of these paragraphs."""
    seed = Seed("seed.txt", "\n\n".join(lines).encode())
    return to_json(parse(seed, ParseOptions(outlet_files=files)))


TITLE = "Tanggul Kampung Diperbaiki Warga"


def test_a_bare_day_at_the_head_is_the_day_of_saving_where_the_file_says_so() -> None:
    lines = ("Senin, 24 November 2025", TITLE, f"JAVASATU.COM- {STORY}", STORY)
    assert read(*lines)["date"] is None
    assert read(*lines, files=False)["date"] == "2025-11-24"


def test_a_date_that_looks_as_the_outlet_prints_it_goes_before_another() -> None:
    lines = ("Kamis, 13 Mei 2021 08:00 WIB", TITLE, "Senin, 10 Mei 2021 | 14:11 WIB", f"Suara.com - {STORY}", STORY)
    assert read(*lines)["date"] == "2021-05-10T14:11:00+07:00"
    assert read(*lines, files=False)["date"] == "2021-05-13T08:00:00+07:00"


def test_a_date_of_another_shape_counts_where_the_outlets_own_is_not_on_the_page() -> None:
    assert read(TITLE, "10/05/2021 14:11", f"Suara.com - {STORY}", STORY)["date"] == "2021-05-10T14:11:00"


def test_a_dropped_line_is_cut_from_its_outlets_pages_and_no_others() -> None:
    login = "Jika Anda tidak menerima email, kirimkan lagi sekarang supaya akun itu dapat dipakai membaca berita."
    for place, role in (("TEMPO.CO, Jakarta", "noise"), ("KABARLERENG.ID, Jakarta", "body")):
        lines = read(TITLE, f"{place} - {STORY}", login, STORY)["lines"]
        assert {"line": 5, "role": role}.items() <= lines[2].items()


def test_a_rubric_of_its_own_is_the_section() -> None:
    lines = ("Jogjapolitan", "Ikuti", TITLE, f"Harianjogja.com, BANTUL—{STORY}", STORY)
    assert read(*lines)["section"] == "Jogjapolitan"
    assert read(*lines, files=False)["section"] is None


def test_without_the_files_no_outlet_is_known() -> None:
    with outlet_files(used=False):
        assert find_by_domain("kompas.com") is None
        assert whose(f"MALANG, KOMPAS.com - {STORY}") is None


def test_an_outlet_without_a_file_is_read_almost_as_well() -> None:
    right, asked = 0, 0
    for name in NAMES:
        path = Path(PAGES / f"{name}.txt")
        got = to_json(parse(Seed(path.name, path.read_bytes()), ParseOptions(outlet_files=False)))
        found = facts(got, page(name)[1])
        basic = [found[fact] for fact in ("title", "day", "first paragraph", "body")]
        right, asked = right + sum(basic), asked + len(basic)
    assert right >= 0.9 * asked, f"{right} of {asked}"


def test_the_files_are_in_use_again_after_a_reading_without_them() -> None:
    seed = Seed("seed.txt", f"Tanggul Jebol\n\nMALANG, KOMPAS.com - {STORY}\n\n{STORY}\n".encode())
    assert to_json(parse(seed, ParseOptions(outlet_files=False))).get("outlet") != "Kompas.com"
    assert to_json(parse(seed, ParseOptions())).get("outlet") == "Kompas.com"
