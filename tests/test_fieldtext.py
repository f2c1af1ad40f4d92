"""Values as the commands print them."""

from hypothesis import given
from hypothesis import strategies as st

from kliping.fieldtext import cut, written
from kliping.model import Event
from kliping.when import When


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(10, 60), st.text(max_size=5))
def test_what_is_cut_fits_on_one_line(text: str, width: int, about: str) -> None:
    found = cut(text, width, about)
    assert len(found) <= width
    assert "\n" not in found


def test_the_part_that_matters_stays_in_view() -> None:
    text = "Warga membuka pasar di halaman balai dan bekerja sampai larut malam, Rabu (12/4), lalu pulang ke rumah."
    assert cut(text, 50) == "Warga membuka pasar di halaman balai dan bekerja …"
    assert cut(text, 50, "Rabu (12/4)") == "… larut malam, Rabu (12/4), lalu pulang ke rumah."


def test_values_are_written_as_people_write_them() -> None:
    assert written(When(2016, 3, 23)) == "2016-03-23"
    assert written(("cah", "yon")) == "cah; yon"
    assert written(Event(When(2016, 3, 23), When(2016, 3, 23), "Dialog")) == "2016-03-23 Dialog"
    assert written(Event(When(2016, 3, 23), When(2016, 3, 24), "Dialog")) == "2016-03-23–2016-03-24 Dialog"
    assert (written(True), written(None), written("a")) == ("yes", "", "a")
