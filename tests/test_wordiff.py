"""Texts compared word by word: what is shown says all that differs."""

from hypothesis import given
from hypothesis import strategies as st

from kliping.wordiff import ADDED, REMOVED, SAME, paragraphs, words

prose = st.lists(st.sampled_from(["pasar", "warga", "sungai", "balai", "kata", "lurah"]), max_size=30).map(" ".join)


@given(prose, prose)
def test_leaving_out_what_was_added_gives_the_old_text_and_the_other_way_round(old: str, new: str) -> None:
    pieces = words(old, new)
    assert " ".join(text for kind, text in pieces if kind != ADDED and text) == old
    assert " ".join(text for kind, text in pieces if kind != REMOVED and text) == new


@given(st.lists(prose.filter(bool), max_size=6))
def test_equal_texts_show_nothing(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert list(paragraphs(text, text)) == []


def test_only_words_beside_a_change_are_shown() -> None:
    old = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
    (pieces,) = paragraphs(f"{old}\n\nSama.", f"{old} sebelas\n\nSama.")
    assert pieces == ((SAME, "… tujuh delapan sembilan sepuluh"), (ADDED, "sebelas"))


def test_a_paragraph_is_compared_with_the_one_that_is_like_it() -> None:
    found = list(paragraphs("Kami memakai kuki.\n\nMALANG – Warga membuka pasar.", "Warga membuka pasar."))
    assert found == [((REMOVED, "Kami memakai kuki."),), ((REMOVED, "MALANG –"), (SAME, "Warga membuka pasar."))]


def test_texts_with_nothing_in_common_are_removed_and_added_whole() -> None:
    assert list(paragraphs("Pasar dibuka.", "Sungai bersih.")) == [
        ((REMOVED, "Pasar dibuka."),),
        ((ADDED, "Sungai bersih."),),
    ]
