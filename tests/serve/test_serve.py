"""The served site: here only, never out of its folder, reloaded after each build."""

import http.client
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kliping import config
from kliping.build.run import build
from kliping.config import Settings
from kliping.errors import KlipingError
from kliping.serve.live import Live
from kliping.serve.server import SCRIPT, open_server
from kliping.serve.state import State, overlay

RECORD = '---\ntitle: "{}"\ndate: 2020-01-02\n---\n\nIsi.\n'
PAGE = "2020/01/02/judul.html"


@pytest.fixture(params=[False, True], ids=["watched", "polled"])
def live(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Live]:
    (tmp_path / "records").mkdir()
    (tmp_path / "records/a.md").write_text(RECORD.format("Judul"))
    file = tmp_path / "kliping.yaml"

    def rebuild() -> tuple[Settings, object]:
        settings = config.load(file.read_text() if file.exists() else "", "kliping.yaml")
        return settings, build(tmp_path, settings)

    found = Live(tmp_path, file, Settings(), rebuild, port=0, poll=request.param)  # type: ignore[arg-type]
    found.build()
    found.start()
    yield found
    found.stop()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A folder that is served without builds, and the port."""
    from threading import Thread

    (tmp_path / "public/tags").mkdir(parents=True)
    for name, text in {
        "index.html": "<body>home</body>",
        "tags/index.html": "tags",
        "a.json": "{}",
        ".hidden": "x",
    }.items():
        (tmp_path / "public" / name).write_text(text)
    (tmp_path / "secret.txt").write_text("rahasia")
    (tmp_path / "public/link.txt").symlink_to(tmp_path / "secret.txt")
    server = open_server(tmp_path / "public", State(), 0)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield tmp_path / "public", server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def get(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    connection.close()
    return found


def events(port: int) -> Iterator[dict[str, object]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/__kliping__/events")
    answer = connection.getresponse()
    try:
        while line := answer.readline():
            if line.startswith(b"data: "):
                yield json.loads(line[6:])
    finally:
        answer.close()
        connection.close()


def test_a_page_is_served_with_the_reload_script_that_its_file_has_not(served: tuple[Path, int]) -> None:
    folder, port = served
    status, headers, text = get(port, "/")
    assert (status, text) == (200, f'<body>home<script src="{SCRIPT}" data-build="0" defer></script></body>')
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert SCRIPT not in (folder / "index.html").read_text()
    assert "EventSource" in get(port, SCRIPT)[2]


def test_other_files_are_served_as_they_are(served: tuple[Path, int]) -> None:
    status, headers, text = get(served[1], "/a.json")
    assert (status, text, headers["content-type"]) == (200, "{}", "application/json; charset=utf-8")


def test_a_folder_is_answered_with_its_index_behind_a_slash(served: tuple[Path, int]) -> None:
    status, headers, _ = get(served[1], "/tags")
    assert (status, headers["location"]) == (301, "/tags/")
    assert get(served[1], "/tags/")[2].startswith("tags")


@pytest.mark.parametrize("path", ["//evil.example/..", "/tags/..//tags", "/%2e%2e/public"])
def test_a_redirect_never_leaves_this_machine(served: tuple[Path, int], path: str) -> None:
    location = get(served[1], path)[1].get("location", "/")
    assert location.startswith("/")
    assert not location.startswith("//")


def test_what_is_missing_is_answered_with_the_sites_own_page(served: tuple[Path, int]) -> None:
    folder, port = served
    assert get(port, "/x")[0] == 404
    (folder / "404.html").write_text("hilang")
    assert get(port, "/x/y")[2].startswith("hilang")


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/tags/../../secret.txt", "/link.txt", "/.hidden",
     "/..%5csecret.txt", "//../secret.txt", "/%00", "/" + "a" * 5000, "/.kliping-manifest"],
)  # fmt: skip
def test_nothing_outside_the_folder_or_hidden_is_served(served: tuple[Path, int], path: str) -> None:
    status, _, text = get(served[1], path)
    assert status == 404
    assert "rahasia" not in text


def test_only_this_machines_own_names_are_answered(served: tuple[Path, int]) -> None:
    assert get(served[1], "/", Host="evil.example")[0] == 403
    assert get(served[1], "/", Host=f"localhost:{served[1]}")[0] == 200


def test_a_head_has_no_body(served: tuple[Path, int]) -> None:
    assert get(served[1], "/", "HEAD")[2] == ""


def test_writing_methods_are_not_known(served: tuple[Path, int]) -> None:
    assert get(served[1], "/", "POST")[0] == 501


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", "192.168.1.4", "example.org", ""])  # noqa: S104
def test_an_address_that_others_reach_is_refused(tmp_path: Path, bind: str) -> None:
    with pytest.raises(KlipingError, match="only addresses of this machine"):
        open_server(tmp_path, State(), 0, bind)


def test_a_taken_port_is_passed_over(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = open_server(tmp_path, State(), port)
        assert server.server_address[1] > port
        server.server_close()


def test_a_message_in_the_overlay_is_text() -> None:
    assert "<script>" not in overlay("<script>alert(1)</script>")


def change(live: Live, path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert live.wait(8)
    live.build()
    while live.wait(0.4):
        live.build()


def test_an_edit_is_built_and_told_to_the_browser(live: Live, tmp_path: Path) -> None:
    port = live.server.server_address[1]
    heard = events(port)
    assert next(heard) == {"build": 1, "overlay": ""}
    change(live, tmp_path / "records/a.md", RECORD.format("Judul baru"))
    assert next(heard) == {"build": 2, "overlay": ""}
    assert "Judul baru" in get(port, "/2020/01/02/judul-baru.html")[2]
    heard.close()


def test_a_broken_template_is_shown_over_the_last_good_site(live: Live, tmp_path: Path) -> None:
    port = live.server.server_address[1]
    before = get(port, "/about.html")[2]
    change(live, tmp_path / "templates/about.html", "{{ page.nothing }}")
    heard = events(port)
    told = next(heard)
    assert "templates/about.html:1" in str(told["overlay"])
    assert get(port, "/about.html")[2] == before.replace('data-build="1"', 'data-build="2"')
    change(live, tmp_path / "templates/about.html", "{{ page.title }}")
    assert next(heard)["overlay"] == ""
    heard.close()


def test_faulty_settings_are_shown_and_mended_ones_are_used(live: Live, tmp_path: Path) -> None:
    port = live.server.server_address[1]
    change(live, tmp_path / "kliping.yaml", "titel: x\n")
    assert "did you mean title?" in str(next(events(port))["overlay"])
    change(live, tmp_path / "kliping.yaml", "title: Arsip Baru\n")
    assert "Arsip Baru" in get(port, "/")[2]


def test_a_build_that_changes_nothing_reloads_nothing(live: Live, tmp_path: Path) -> None:
    change(live, tmp_path / "records/a.md", RECORD.format("Judul"))
    assert next(events(live.server.server_address[1]))["build"] == 1


def test_our_own_output_and_editors_leavings_are_no_change(live: Live, tmp_path: Path) -> None:
    time.sleep(0.6)
    while live.wait(0.5):
        pass
    (tmp_path / "public/index.html").write_text("x")
    (tmp_path / "records/.a.md.swp").write_text("x")
    (tmp_path / "records/a.md~").write_text("x")
    (tmp_path / "notes.txt").write_text("x")
    assert not live.wait(0.8)
