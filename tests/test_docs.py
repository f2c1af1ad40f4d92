"""The README says what is so: every setting, feature, command and option, and no file that is not there."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

import kliping
from kliping import config, frontmatter
from kliping.cli import cli
from kliping.model import Record
from kliping.site.theme import ORIGINAL

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = README.split("## Settings", 1)[1].split("## Hosting", 1)[0]
COMMANDS = README.split("## Commands", 1)[1].split("## Settings", 1)[0]
RECORDS = README.split("## Records", 1)[1].split("## Commands", 1)[0]


def test_every_setting_is_in_the_table_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|(.*?)\| .+ \|$", SETTINGS, re.M))
    defaults = config.Settings()
    assert list(rows) == [field.name for field in fields(config.Settings)]
    for name, shown in rows.items():
        default = getattr(defaults, name)
        expected = "all" if name == "features" else default if isinstance(default, str | int) else ""
        assert shown.strip().strip("`") == str(expected), name


def test_every_part_of_a_setting_and_every_feature_is_named() -> None:
    for kind in (config.Topic, config.Name, config.OutletSetting):
        for field in fields(kind):
            assert f"`{field.name}`" in SETTINGS, f"{kind.__name__}.{field.name}"
    for word in (*config.FEATURES, *config.RIGHTS):
        assert f"`{word}`" in SETTINGS, word


def test_the_example_settings_are_good() -> None:
    example = SETTINGS.split("For example:", 1)[1]
    block = "\n".join(line[4:] for line in example.splitlines() if line.startswith("    "))
    settings = config.load(block, "README.md")
    assert settings.topics[0].any == ("UMKM", "ekonomi kreatif", "ekraf")
    assert settings.outlets[0].rights == "excerpt"


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_its_options_are_in_the_table(name: str) -> None:
    (row,) = re.findall(rf"^\| `kliping {name}\b.*\|$", COMMANDS, re.M)
    shared = COMMANDS.split("All take", 1)[1]
    build = next(line for line in COMMANDS.splitlines() if line.startswith("| `kliping build"))
    for option in cli.commands[name].params:
        if isinstance(option, click.Option):
            told = row + shared + (build if name == "serve" else "")
            assert f"{'/'.join(option.opts)}" in told or option.opts[-1] in told, option.opts


def test_the_common_options_and_exit_codes_are_told() -> None:
    for option in cli.params:
        if isinstance(option, click.Option):
            assert option.opts[-1] in COMMANDS, option.opts
    assert all(code in COMMANDS for code in ("0 fine", "1 a build", "2 wrong usage", "130 interrupted"))


def test_every_field_of_a_record_is_told() -> None:
    for field in fields(Record):
        if field.name not in {"body", "extra"}:
            assert re.search(rf"\b{field.name}\b", RECORDS), field.name


def test_the_example_record_can_be_read() -> None:
    block = "\n".join(line[4:] for line in RECORDS.splitlines() if line.startswith("    "))
    record, problems = frontmatter.load(block, "README.md")
    assert record
    assert problems == ()
    assert record.tags == ("UMKM", "Malang Creative Fusion", "ICCC 2016")


def test_every_file_and_make_target_that_is_named_is_there() -> None:
    for link in re.findall(r"\]\(((?!https?:)[^)#]+)\)", README):
        assert (ROOT / link).is_file(), link
    for path in re.findall(r"`((?:src|tests|templates|static|requirements)/[\w/.]*)`", README):
        assert (ROOT / path).exists(), path
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"(?:`|^    )make (\w+)", README, re.M))
    assert {"site", "test", "serve"} <= named <= targets


def test_every_make_target_is_listed_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)", makefile, re.M)
    assert set(re.findall(r"^# make (\w+)  ", makefile, re.M)) == set(phony.split()) - {"help"}


def test_the_way_to_extend_a_built_in_template_is_told() -> None:
    assert f'{{% extends "{ORIGINAL}base.html" %}}' in SETTINGS


def test_the_changelog_begins_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.M)[0] == kliping.__version__
