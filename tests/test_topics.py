"""Topics: assigned by the site's words, with the reason; and topics that a folder could have."""

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from kliping import config, data
from kliping.annotate.topic_ideas import Idea, Text, suggest
from kliping.annotate.topics import assign
from kliping.cli import cli
from kliping.config import Topic
from kliping.model import Seed
from kliping.parse import ParseOptions, parse
from kliping.parse.explain import explain
from kliping.stems import root

ARTICLES = Path(__file__).parent / "articles"


def given(topic: Topic, title: str = "", *paragraphs: str) -> bool:
    return bool(assign((topic,), title, enumerate(paragraphs, 1)))


def test_any_form_of_a_word_counts_but_a_phrase_stands_as_printed() -> None:
    wide, narrow = (Topic("a", "A", **{key: ("ruang kreatif",)}) for key in ("any", "phrases"))
    for text in ("Ruang kreatif dibuka.", "Ruang-ruang kreatif", "Ruangan kreatif", "ruang kreativitas warga"):
        assert given(wide, "", text), text
    assert given(narrow, "", "Sebuah RUANG KREATIF dibuka.")
    assert not given(narrow, "", "Ruangan kreatif dibuka.")
    assert not given(wide, "", "Di ruang itu.", "Kreatif benar.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kreativitas", "kreatif"), ("digitalisasi", "digital"), ("inovatif", "inovasi"), ("legalitas", "legal"),
        ("kolaboratif", "kolaborasi"), ("produktivitas", "produktif"),
    ],
)  # fmt: skip
def test_forms_of_a_borrowed_word_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"), [("sosialisasi", "sosial"), ("relatif", "relasi"), ("organisasi", "organ"), ("kualitas", "kuala")]
)
def test_words_that_only_look_alike_have_their_own_roots(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_all_must_be_there_and_none_keeps_away() -> None:
    topic = Topic("a", "A", any=("kopi",), all=("Malang",), none=("warung kopi",))
    assert given(topic, "", "Kopi dari Malang.")
    assert not given(topic, "", "Kopi dari Dampit.")
    assert not given(topic, "", "Kopi dari Malang di warung kopi.")


def test_one_passing_word_is_not_enough_where_the_site_says_so() -> None:
    topic = Topic("a", "A", any=("kopi", "barista"), least=3)
    assert not given(topic, "Pasar", "Ada kopi.")
    assert not given(topic, "Pasar", "Ada kopi dan barista.")
    assert given(topic, "Pasar", "Ada kopi dan barista. Kopi enak.")
    assert given(topic, "Kopi", "Ada pasar.")
    assert given(Topic("a", "A", any=("kopi", "barista"), weights=(("kopi", 3),), least=3), "Pasar", "Ada kopi.")
    assert not given(Topic("a", "A", any=("kopi", "barista"), weights=(("kopi", 0),)), "Kopi", "Ada kopi.")


def test_two_forms_of_one_word_count_once() -> None:
    (found,) = assign((Topic("a", "A", any=("ikan", "perikanan")),), "", [(1, "Dinas perikanan menebar ikan.")])
    assert [(hit.word, hit.points) for hit in found.hits] == [("ikan", 2)]


def test_topics_come_in_order_of_weight_with_the_words_and_their_lines() -> None:
    topics = (Topic("teh", "Teh", any=("teh",)), Topic("kopi", "Kopi", any=("kopi", "kedai")))
    first, second = assign(topics, "Kedai kopi", [(5, "Teh dan kopi."), (7, "Kopi lagi, kopi.")])
    assert (first.topic.id, first.points, second.topic.id, second.points) == ("kopi", 9, "teh", 1)
    assert [(hit.word, hit.titled, hit.lines) for hit in first.hits] == [("kopi", True, (5, 7)), ("kedai", True, ())]


def test_the_record_and_the_explanation_say_why() -> None:
    topics = (Topic("kopi", "Kopi rakyat", any=("kopi", "kedai")),)
    text = "Kedai Baru Dibuka\n\nWarga membuka kedai di halaman balai desa.\n\nKopi dijual murah di sana."
    parsed = parse(Seed("a.txt", text.encode()), ParseOptions(topics=topics))
    assert parsed.record is not None
    assert parsed.record.topics == ("kopi",)
    assert parsed.record.provenance["topics"].note == "Kopi rakyat: kedai (judul, baris 3); kopi (baris 5)."
    assert "kedai (judul, baris 3); kopi (baris 5)" in explain(parsed)
    english = parse(Seed("a.txt", text.encode()), ParseOptions("en", topics=topics)).record
    assert english is not None
    assert "kedai (headline, line 3)" in english.provenance["topics"].note


def read(step: int = 4) -> list[Text]:
    found = []
    for path in sorted(ARTICLES.glob("*.txt"))[::step]:
        record = parse(Seed(path.name, path.read_bytes()), ParseOptions()).record
        if record:
            found.append(Text(path.name, record.title, tuple(record.body.split("\n\n"))))
    return found


def taken(idea: Idea, texts: list[Text]) -> set[str]:
    return {text.name for text in texts if given(idea.topic, text.title, *text.paragraphs)}


def test_suggested_topics_take_what_they_say_and_do_not_depend_on_order() -> None:
    texts = read()
    ideas = suggest(texts)
    assert len(ideas) >= 5
    for idea in ideas:
        assert set(idea.articles) == taken(idea, texts)
        assert 3 <= len(idea.articles) <= len(texts) // 2
    assert len({idea.topic.id for idea in ideas}) == len(ideas)
    turned = texts.copy()
    random.Random(3).shuffle(turned)  # noqa: S311 - an order, no secret
    assert suggest(turned) == ideas


def test_broad_subjects_come_first_with_the_words_that_the_archive_has() -> None:
    texts = [
        Text(f"{n}", f"Nelayan {n} Menjual Ikan", ("Nelayan menjual ikan di pasar. Perahu nelayan bersandar.",))
        for n in range(3)
    ]
    first = suggest(texts)[0].topic
    assert (first.id, first.title, first.any) == ("perikanan", "Perikanan dan kelautan", ("nelayan", "ikan", "perahu"))
    assert suggest(texts, "en")[0].topic.title == "Fisheries and the sea"


def test_every_broad_subject_is_a_topic_of_its_own() -> None:
    subjects = data.load("subjects.yaml")
    assert len({subject["id"] for subject in subjects}) == len(subjects)
    for subject in subjects:
        assert set(subject["title"]) == {"id", "en"}
        assert all(isinstance(word, str) for word in subject["any"])
        assert len(set(map(root, subject["any"]))) == len(subject["any"]), subject["id"]


def test_too_few_articles_give_no_topics() -> None:
    assert suggest([]) == ()
    assert suggest(read()[:2]) == ()


def site(root: Path) -> Path:
    (root / "seeds").mkdir()
    for path in sorted(ARTICLES.glob("*.txt"))[:60]:
        (root / "seeds" / path.name).write_bytes(path.read_bytes())
    return root


def run(root: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["-C", str(root), *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_suggestions_are_settings_to_paste_and_nothing_is_written(tmp_path: Path) -> None:
    root_folder = site(tmp_path)
    yaml = run(root_folder, "topics", "--suggest")
    assert [path.name for path in root_folder.iterdir()] == ["seeds"]
    topics = config.load(yaml, "kliping.yaml").topics
    assert topics
    assert yaml.count("# - ") >= 3 * len(topics)
    (root_folder / "kliping.yaml").write_text(yaml, "utf-8")
    told = run(root_folder, "topics").splitlines()
    assert len(told) == len(topics)
    assert all(line.split()[0].isdigit() and int(line.split()[0]) >= 3 for line in told)


def test_without_topics_the_command_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("Pasar Dibuka\n\nWarga membuka pasar di halaman balai.", "utf-8")
    result = CliRunner().invoke(cli, ["-C", str(tmp_path), "topics"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "kliping topics --suggest" in result.stderr
    assert "No words come together" in CliRunner().invoke(cli, ["-C", str(tmp_path), "topics", "--suggest"]).stderr
