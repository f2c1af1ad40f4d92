"""After any sequence of edits a warm build equals a cold one, byte for byte."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_sites import BY_HAND, ONE, TWO, make, tree, write

SEEDS = [part.split(" --\n", 1)[1] for part in TWO.split("\n-- ")[1:]]
NAMES = ("a", "b", "c/d")

edits = st.lists(
    st.one_of(
        st.tuples(st.just("seed"), st.sampled_from(NAMES), st.sampled_from(SEEDS)),
        st.tuples(st.just("unseed"), st.sampled_from(NAMES), st.none()),
        st.tuples(st.just("retitle"), st.sampled_from(NAMES), st.sampled_from(["Judul: baru", "Index", "Judul lain"])),
        st.tuples(st.just("rebody"), st.sampled_from(NAMES), st.sampled_from(["Isi baru.", "## Sub\n\nIsi."])),
        st.tuples(st.just("forget"), st.sampled_from(NAMES), st.none()),
        st.tuples(st.just("break"), st.sampled_from(NAMES), st.none()),
        st.tuples(st.just("hand"), st.none(), st.booleans()),
        st.tuples(st.just("template"), st.none(), st.booleans()),
        st.tuples(
            st.just("setting"), st.none(), st.sampled_from(["title: A", "title: B\nfeatures: none", "paginate_by: 1"])
        ),
        st.tuples(st.just("uncache"), st.none(), st.none()),
        st.tuples(st.just("spoil"), st.none(), st.none()),
    ),
    min_size=1,
    max_size=5,
)


def edit(root: Path, kind: str, name: str | None, value: object) -> None:  # noqa: C901  # a list of kinds
    seed, record = root / f"seeds/{name}.txt", root / f"records/{name}.md"
    own = root / "templates/about.html"
    match kind:
        case "seed":
            write(root, f"-- seeds/{name}.txt --\n{value}")
        case "unseed":
            seed.unlink(missing_ok=True)
        case "forget":
            record.unlink(missing_ok=True)
        case "break" if record.exists():
            record.write_text(record.read_text("utf-8").replace("title: ", "title: [", 1), "utf-8")
        case "retitle" if record.exists():
            lines = record.read_text("utf-8").splitlines(keepends=True)
            lines[1] = f'title: "{value}"\n'
            record.write_text("".join(lines), "utf-8")
        case "rebody" if record.exists():
            front = record.read_text("utf-8").split("\n---\n", 1)[0]
            record.write_text(f"{front}\n---\n\n{value}\n", "utf-8")
        case "hand":
            write(root, BY_HAND) if value else (root / "records/tangan.md").unlink(missing_ok=True)
        case "template":
            write(root, "-- templates/about.html --\n{{ page.title }}") if value else own.unlink(missing_ok=True)
        case "setting":
            write(root, f"-- kliping.yaml --\n{value}\n")
        case "uncache":
            shutil.rmtree(root / ".kliping", ignore_errors=True)
        case "spoil":
            (root / "public/index.html").write_text("spoilt")


@settings(max_examples=25, deadline=None)
@given(st.lists(edits, min_size=1, max_size=3))
def test_a_warm_build_equals_a_cold_one(rounds: list[list[tuple[str, str | None, object]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "warm", ONE)
        make(root)
        for some in rounds:
            for kind, name, value in some:
                edit(root, kind, name, value)
            make(root)
        cold = Path(folder) / "cold"
        shutil.copytree(root, cold, ignore=shutil.ignore_patterns("public", ".kliping"))
        make(cold)
        assert tree(root / "public") == tree(cold / "public")
        assert tree(root / "records") == tree(cold / "records")
        assert make(root).written == ()
