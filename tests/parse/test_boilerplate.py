"""What a folder repeats word for word is cut, and no article loses anything of its own by it."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import ARTICLES, SEEDS

from kliping.model import Record, Role, Seed
from kliping.parse import Parsed, ParseOptions, parse
from kliping.parse.boilerplate import learn
from kliping.parse.repairs import decode

HEAD = """Ayo Pasang Aplikasi Kami Sekarang
Baca Tanpa Gangguan di Ponsel
Laman ini menyimpan pengenal kecil di peramban agar huruf dan warna pilihan pembaca tidak hilang besok."""
FOOT = """Tim kami bekerja tujuh hari sepekan supaya kabar sampai terang. Dukung kerja itu dengan menjadi sahabat koran.
Jadi Sahabat Koran Hari Ini Juga
Cara Menjadi Sahabat Koran Kami"""
BACKGROUND = """Seperti diberitakan, gudang itu terbakar pada Senin malam dan menghanguskan seribu karung gabah.

Petugas mendatangkan enam mobil pemadam dan menjinakkan api menjelang subuh setelah air sungai dialirkan."""


def text(path: str) -> str:
    decoded = decode((ARTICLES / path).read_bytes())
    assert decoded
    return decoded[0].strip("\n")


NAMES = sorted(path.name for path in ARTICLES.glob("*.txt") if decode(path.read_bytes()))
TEXTS = {name: text(name) for name in NAMES}


def seed(name: str, content: str) -> Seed:
    return Seed(name, content.encode("utf-8", "replace"))


def read(pages: dict[str, str]) -> dict[str, Parsed]:
    """Each page as it is read beside the others."""
    seeds = [seed(name, content) for name, content in pages.items()]
    learnt = learn(seeds)
    return {one.name: parse(one, ParseOptions(), learnt.get(one.name, frozenset())) for one in seeds}


def alone(content: str) -> Record | None:
    return parse(seed("seed.txt", content), ParseOptions()).record


def facts(record: Record | None) -> tuple[str, str] | None:
    return (record.title, record.body) if record else None


def framed(names: list[str]) -> dict[str, str]:
    return {name: f"{HEAD}\n\n{TEXTS[name]}\n\n{FOOT}\n" for name in names}


ENGLISH = ["english-article.txt", "english-ledger-sumbawa.txt", "english-salatiga-postcards.txt"]
SOME = ["kompas-sidang-obat.txt", "hut-ri-78-lebong.txt", "dompu-region-behind.txt", "jubi-noken-sekolah-inline.txt"]


@pytest.mark.parametrize("names", [SOME, ENGLISH])
def test_notices_around_all_articles_of_a_folder_are_cut(names: list[str]) -> None:
    for name, parsed in read(framed(names)).items():
        assert facts(parsed.record) == facts(alone(TEXTS[name])), name
        rules = {line.text: line.rule for line in parsed.reading.lines}
        assert rules[HEAD.splitlines()[1]] == "repeated-in-folder"
        assert rules[FOOT.splitlines()[0]] == "repeated-in-folder"


def test_without_the_folder_the_same_notices_are_taken_for_text() -> None:
    wrong = [name for name, content in framed(SOME).items() if facts(alone(content)) != facts(alone(TEXTS[name]))]
    assert wrong


def test_the_written_articles_beside_each_other_are_read_as_alone() -> None:
    pages = TEXTS | {path.name: path.read_text("utf-8") for path in SEEDS.iterdir()}
    for name, parsed in read(pages).items():
        assert facts(parsed.record) == facts(alone(pages[name])), name


def test_the_comment_form_is_what_the_first_site_repeats() -> None:
    seeds = [Seed(path.name, path.read_bytes()) for path in sorted(SEEDS.iterdir())]
    for one in seeds:
        numbers = learn(seeds).get(one.name, frozenset())
        roles = {line.role for line in parse(one, ParseOptions()).reading.lines if line.number in numbers}
        assert roles <= {Role.COMMENTS, Role.RELATED, Role.SHARE, Role.FOOTER}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True), st.data())
def test_copies_of_an_article_lose_nothing(names: list[str], data: st.DataObject) -> None:
    pages = {}
    for name in names:
        lines = TEXTS[name].split("\n")
        at = data.draw(st.integers(0, len(lines) - 1))
        other = [*lines[:at], f"Disimpan lagi kemudian hari oleh seorang pembaca setia {name}.", *lines[at + 1 :]]
        pages |= {name: TEXTS[name], f"b/{name}": "\n".join(other), f"a/{name}": TEXTS[name]}
    for name, parsed in read(pages).items():
        assert facts(parsed.record) == facts(alone(pages[name])), name


def test_a_press_release_that_three_papers_print_loses_nothing() -> None:
    release = "\n\n".join(line for line in TEXTS["siaran-pers.txt"].split("\n") if len(line) > 100)
    pages = {f"{name}.txt": f"Kabar {name}\n\n{release}\n\nRedaksi {name} menerima kabar ini." for name in "abc"}
    for name, parsed in read(pages).items():
        assert facts(parsed.record) == facts(alone(pages[name]))


def test_background_that_articles_on_one_matter_repeat_stays_in_each() -> None:
    pages = {name: f"{TEXTS[name]}\n\n{BACKGROUND}\n" for name in SOME[:2]}
    for name, parsed in read(pages).items():
        assert facts(parsed.record) == facts(alone(pages[name])), name


FOLLOW_UPS = (
    "Pemilik gudang, Darsono, menghitung sisa gabah yang masih dapat dijemur di halaman balai desa setelah api padam.",
    "Polisi memeriksa penjaga gudang dan petugas pemadam, lalu menutup pintu gudang yang terbakar dengan pita kuning.",
    "Warga mengumpulkan karung bekas dan air bersih bagi petani yang gabahnya hangus di dalam gudang, Selasa pagi.",
)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_background_stays_also_when_many_follow_ups_repeat_it(at: int) -> None:
    pages = {}
    for number, own in enumerate(FOLLOW_UPS):
        parts = [
            own,
            f"“Kami menunggu kabar dari kabupaten,” kata lurah kepada {number + 3} wartawan yang datang pagi itu.",
        ]
        pages[f"{number}.txt"] = "\n\n".join([*parts[:at], BACKGROUND, *parts[at:]]) + "\n"
    for name, parsed in read(pages).items():
        assert parsed.record
        assert parsed.record.body == getattr(alone(pages[name]), "body", "")
        assert "seribu karung gabah" in parsed.record.body


def test_a_headline_in_another_pages_list_stays_a_headline() -> None:
    titles = {
        name: record.title for name in NAMES[:40] if (record := alone(TEXTS[name])) and record.title in TEXTS[name]
    }
    assert len(titles) > 20
    lists = {name: "\n".join(title for other, title in titles.items() if other != name) for name in titles}
    pages = {name: f"{TEXTS[name]}\n\nBerita Populer\n{lists[name]}\n" for name in titles}
    for name, parsed in read(pages).items():
        assert facts(parsed.record) == facts(alone(pages[name])), name


def test_a_section_and_a_paper_named_on_every_page_are_still_read() -> None:
    head = "Mimbar Kota Kita\nBerita Malang Hari Ini\n\n"
    pages = {name: f"{head}{TEXTS[name]}" for name in SOME}
    for name, parsed in read(pages).items():
        record, bare = parsed.record, alone(pages[name])
        assert record
        assert bare
        assert (record.outlet, record.section) == (bare.outlet, bare.section)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(names: list[str], rng: random.Random) -> None:
    seeds = [seed(name, content) for name, content in framed(names).items()]
    mixed = list(seeds)
    rng.shuffle(mixed)
    assert learn(mixed) == learn(seeds)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True), st.text("abcdé ,.", min_size=1))
def test_a_seed_that_shares_no_line_changes_nothing(names: list[str], content: str) -> None:
    seeds = [seed(name, framed([name])[name]) for name in names]
    assert learn([seed("0.txt", f"{content}xyzzy"), *seeds, Seed("z.txt", b"\x00\x01" * 50)]) == learn(seeds)


LINES = st.lists(
    st.sampled_from([*HEAD.splitlines(), *FOOT.splitlines(), *BACKGROUND.splitlines(), *TEXTS[SOME[0]].splitlines()])
    | st.text(max_size=90),
    max_size=15,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), LINES, min_size=1))
def test_no_record_is_lost_and_no_body_emptied_whatever_the_pages_are(pages: dict[str, list[str]]) -> None:
    contents = {name: "\n".join(lines) for name, lines in pages.items()}
    for name, parsed in read(contents).items():
        bare = alone(contents[name])
        assert (parsed.record is None) <= (bare is None)
        assert bare is None or not bare.body or (parsed.record and parsed.record.body)
