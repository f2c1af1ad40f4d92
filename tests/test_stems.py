"""Forms of one word share a family; words apart do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.stems import WHOLE, family

FAMILIES = """
bangun membangun dibangun pembangunan bangunan terbangun
kembang mengembangkan pengembangan berkembang perkembangan
tulis menulis ditulis penulis tulisan tertulis
kirim mengirim dikirim pengiriman
kerja bekerja pekerjaan mengerjakan dikerjakan
mulai memulai dimulai
milik memiliki dimiliki pemilik kepemilikan
nyanyi menyanyi penyanyi bernyanyi
kelola mengelola dikelola pengelolaan
rencana berencana perencanaan merencanakan
rumah perumahan merumahkan
resmi meresmikan peresmian
keluarga berkeluarga kekeluargaan
laku melakukan dilakukan pelaku berlaku perlakuan
sekolah bersekolah menyekolahkan
masalah permasalahan bermasalah
himpun menghimpun himpunan
kreatif kreativitas kreatifitas kreasi mengkreasikan kreator
aktif aktivitas aktivis mengaktifkan
produk produksi memproduksi produktif produktivitas
sosial sosialisasi mensosialisasikan menyosialisasikan
organisasi mengorganisasi terorganisir pengorganisasian
fasilitas memfasilitasi fasilitator
profesi profesional profesionalisme
politik politis politisi berpolitik
ekonomi ekonomis perekonomian ekonom
komunikasi berkomunikasi komunikatif mengomunikasikan
"""
APART = "kota kita kreatif kerja kelas pasar masalah masa langkah lang nasi nasional polisi sekolah seko ilmu buku"


@pytest.mark.parametrize("forms", FAMILIES.split("\n")[1:-1])
def test_the_forms_of_a_word_share_a_family(forms: str) -> None:
    assert len({family(word) for word in forms.split()}) == 1


def test_words_that_only_look_alike_have_families_of_their_own() -> None:
    assert len({family(word) for word in APART.split()}) == len(APART.split())


def test_a_root_that_ends_like_a_particle_keeps_its_end() -> None:
    for root in WHOLE:
        assert family(f"{root}nya") == family(root), root


@given(st.text("abeikmngpruy", min_size=1, max_size=14))
def test_every_word_has_a_family(word: str) -> None:
    assert family(word)


@given(st.text(min_size=1, max_size=10))
def test_words_of_other_letters_stay_as_they_are(word: str) -> None:
    if not (word.isascii() and word.isalpha() and word.islower()):
        assert family(word) == word
