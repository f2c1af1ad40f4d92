"""The site's settings: one frozen value, made from ``kliping.yaml``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from kliping import config_checks as checks
from kliping.errors import ConfigError
from kliping.typed import Reader, did_you_mean, one_of
from kliping.yamltext import entries, is_null, plain

FEATURES = ("names", "quotes", "events", "stories", "sources", "search", "data", "cards", "list_feeds", "stats")
"""What ``features`` may switch off; articles, lists, archives, one feed and the sitemap always remain."""

RIGHTS = ("full", "excerpt", "link")
"""How much of an outlet's articles may be shown."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject the site follows, with the words that assign it."""

    id: str
    title: str
    description: str = ""
    any: tuple[str, ...] = ()
    """Words or phrases of which one is enough, in any of their forms."""
    all: tuple[str, ...] = ()
    """Words or phrases that must all occur."""
    none: tuple[str, ...] = ()
    """Words or phrases that keep the topic away."""
    phrases: tuple[str, ...] = ()
    """Words or phrases of which one is enough, as printed: no other form counts."""
    weights: tuple[tuple[str, int], ...] = ()
    """Words of ``any`` and ``phrases`` that count for more than one point a mention, or for none."""
    least: int = 1
    """Points that an article needs."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person (or body) whose other spellings are known."""

    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletSetting:
    """What the site says about an outlet."""

    id: str
    """Its domain or name as records have it."""
    name: str = ""
    domain: str = ""
    rights: str = ""
    """``full``, ``excerpt`` or ``link``; empty: the site's default."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every option, with its default."""

    title: str = "Kliping"
    description: str = ""
    language: str = "id"
    """``id`` or ``en``: what the site speaks, not what its articles are written in."""
    timezone: str = "Asia/Jakarta"
    base_url: str = ""
    """Where the site will live, ending in ``/``; without it, no feeds, sitemap and canonical links."""
    seeds_dir: str = "seeds"
    records_dir: str = "records"
    output_dir: str = "public"
    paginate_by: int = 20
    rights: str = "full"
    """For outlets that say nothing else."""
    topics: tuple[Topic, ...] = ()
    names: tuple[Name, ...] = ()
    reject_names: tuple[str, ...] = ()
    """Never a person, whatever the text looks like."""
    outlets: tuple[OutletSetting, ...] = ()
    theme: Mapping[str, str] = field(default_factory=dict)
    """CSS custom properties by name, without the dashes: ``pencil: '#b3261e'``."""
    features: frozenset[str] = frozenset(FEATURES)
    extra: Mapping[str, object] = field(default_factory=dict)
    """Free keys for a site's own templates."""


def load(text: str, file: str) -> Settings:
    """Return the settings that a YAML text gives; ConfigError holds all its faults."""
    reader = Reader(file)
    top = reader.top(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    given: dict[str, Any] = {}
    for name, key, value in entries(top) if top else ():
        if name not in _READERS:
            known = FOREIGN_KEYS.get(name.lower().replace("_", ""))
            hint = f"did you mean {known}?" if known else did_you_mean(name, _READERS).strip()
            reader.complain(key, "unknown-key", f"there is no setting {name!r}", hint or _ALL_KEYS)
        elif not is_null(value):
            given[name] = _checked(reader, value, _READERS[name], name)
    _check_folders(reader, top, given)
    if reader.broken:
        raise ConfigError(tuple(sorted(reader.problems)))
    return Settings(**{name: value for name, value in given.items() if value is not None})


FOREIGN_KEYS: Mapping[str, str] = {
    "baseurl": "base_url", "siteurl": "base_url", "url": "base_url", "sitename": "title",
    "tagline": "description", "defaultlanguage": "language", "languagecode": "language", "lang": "language",
    "defaultlang": "language", "outputpath": "output_dir", "output": "output_dir", "sitedir": "output_dir",
    "publishdir": "output_dir", "params": "extra", "people": "names", "paginate": "paginate_by",
    "taxonomies": "topics", "sources": "outlets",
}  # fmt: skip
"""What other generators call a setting of ours."""


def _checked(reader: Reader, node: Node, read: "_Read", key: str) -> Any:
    """Return what the reader makes of the node; a ValueError becomes a problem and no value."""
    try:
        return read(reader, key, node)
    except ValueError as error:
        message, _, hint = str(error).partition(": write ")
        reader.complain(node, "bad-value", message, f"write {hint}" if hint else "")
        return None


def _check_folders(reader: Reader, top: MappingNode | None, given: Mapping[str, Any]) -> None:
    nodes = {name: value for name, _, value in entries(top)} if top else {}
    defaults = Settings()
    folders = {key: given.get(key) or getattr(defaults, key) for key in _FOLDERS}
    for first, second in checks.apart(folders):
        node = nodes.get(second) or nodes[first]
        message = f"{first} ({folders[first]}) and {second} ({folders[second]}) must lie apart"
        reader.complain(node, "bad-value", message, "give each a folder of its own")


def _topics(reader: Reader, key: str, node: Node) -> tuple[Topic, ...]:
    found: dict[str, Topic] = {}
    for item in reader.mappings(key, node):
        reader.known_keys(item, _TOPIC, "a topic")
        given = _parts(reader, item, _TOPIC, "topics")
        if not given.get("id"):
            if any(name == "id" for name, _, _ in entries(item)):
                continue  # told already
            reader.complain(item, "missing-key", "a topic needs an id", "write id: ekraf-umkm")
        elif given["id"] in found:
            reader.complain(item, "bad-value", f"the topic {given['id']} is given twice", "remove one of the two")
        else:
            topic = Topic(**{"title": given["id"], **given})
            if odd := [word for word, _ in topic.weights if word not in (*topic.any, *topic.phrases)]:
                message = f"the topic {topic.id} weighs {odd[0]!r}, which is no word of its any or phrases"
                reader.complain(item, "bad-value", message, "add it there, or take its weight away")
            found[topic.id] = topic
    return tuple(found.values())


def _names(reader: Reader, key: str, node: Node) -> tuple[Name, ...]:
    found = []
    for item in reader.mappings(key, node):
        reader.known_keys(item, _NAME, "a name")
        given = _parts(reader, item, _NAME, "names")
        if given.get("name"):
            found.append(Name(**given))
        else:
            reader.complain(item, "missing-key", "a name needs its fullest form", "write name: Mochammad Anton")
    return tuple(found)


def _outlets(reader: Reader, key: str, node: Node) -> tuple[OutletSetting, ...]:
    found = []
    for item in reader.mappings(key, node):
        reader.known_keys(item, _OUTLET, "an outlet")
        given = _parts(reader, item, _OUTLET, "outlets")
        identity = given.get("id") or given.get("domain") or given.get("name")
        if identity:
            found.append(OutletSetting(**{**given, "id": identity}))
        else:
            reader.complain(item, "missing-key", "an outlet needs an id", "write id: malangkota.go.id")
    return tuple(found)


def _features(reader: Reader, key: str, node: Node) -> frozenset[str]:
    if isinstance(node, ScalarNode) and node.value in ("all", "none"):
        return frozenset(FEATURES if node.value == "all" else ())
    chosen = reader.texts(key, node, split=True)
    for name in chosen:
        if name not in FEATURES:
            hint = did_you_mean(name, FEATURES) + f"write all, none, or a list of {one_of(FEATURES)}"
            reader.complain(node, "bad-value", f"there is no feature {name!r}", hint)
    return frozenset(chosen)


def _theme(reader: Reader, key: str, node: Node) -> dict[str, str]:
    found = {}
    for name, value in reader.mapping(key, node).items():
        text = _checked(reader, value, lambda r, k, n: checks.css_value(checks.css_name(k), r.text(k, n)), name)
        if text:
            found[name] = text
    return found


def _extra(reader: Reader, key: str, node: Node) -> dict[str, object]:
    return {name: plain(value) for name, value in reader.mapping(key, node).items()}


def _parts(reader: Reader, node: MappingNode, readers: Mapping[str, "_Read"], where: str) -> dict[str, Any]:
    """Return the known values of a mapping; those with a fault are left out."""
    found = {}
    for name, value in reader.mapping(where, node).items():
        if name in readers and not is_null(value):
            read = _checked(reader, value, readers[name], f"{where}: {name}")
            if read is not None:
                found[name] = read
    return found


def _text(reader: Reader, key: str, node: Node) -> str:
    return reader.text(key, node)


def _texts(reader: Reader, key: str, node: Node) -> tuple[str, ...]:
    return reader.texts(key, node)


def _rights(reader: Reader, key: str, node: Node) -> str | None:
    return reader.choice(key, node, RIGHTS) or None


def _folder(reader: Reader, key: str, node: Node) -> str:
    return checks.folder(key, reader.text(key, node))


_Read = Callable[[Reader, str, Node], Any]
_FOLDERS = ("seeds_dir", "records_dir", "output_dir")
_TOPIC: Mapping[str, _Read] = {
    "id": lambda r, k, n: checks.identifier("topics", r.text(k, n)),
    "title": _text,
    "description": _text,
    **dict.fromkeys(("any", "all", "none", "phrases"), _texts),
    "weights": lambda r, k, n: tuple((word, r.whole(f"{k}: {word}", value)) for word, value in r.mapping(k, n).items()),
    "least": lambda r, k, n: r.whole(k, n, least=1),
}
_NAME: Mapping[str, _Read] = {"name": _text, "aliases": _texts, "offices": _texts}
_OUTLET: Mapping[str, _Read] = {"id": _text, "name": _text, "domain": _text, "rights": _rights}
_READERS: Mapping[str, _Read] = {
    "title": _text,
    "description": _text,
    "language": lambda r, k, n: r.choice(k, n, ("id", "en")) or None,
    "timezone": lambda r, k, n: checks.timezone(r.text(k, n)),
    "base_url": lambda r, k, n: checks.base_url(text) if (text := r.text(k, n)) else "",
    **dict.fromkeys(_FOLDERS, _folder),
    "paginate_by": lambda r, k, n: r.whole(k, n, least=1),
    "rights": _rights,
    "topics": _topics,
    "names": _names,
    "reject_names": _texts,
    "outlets": _outlets,
    "theme": _theme,
    "features": _features,
    "extra": _extra,
}
_ALL_KEYS = f"the settings are {', '.join(_READERS)}"
