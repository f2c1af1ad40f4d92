"""How to cite an article: in words, for BibTeX and for reference managers, and as tags of the page's head."""

import re

from kliping.model import Article
from kliping.site import format as written
from kliping.site.cards import language_of
from kliping.site.jsonld import names
from kliping.site.strings import Words
from kliping.site.views.parts import Cite, Tag

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%$#_"},
}
_BIBTEX_SAFE = str.maketrans(_BIBTEX)
_LONG_HASH = re.compile(r"[-_. ]?[0-9a-f]{12,}$")
_NO_LETTER = re.compile(r"[^A-Za-z0-9]+")


def file_number(article: Article) -> str:
    """Return the number an office would write on the form: the file's name without folder and digest."""
    name = article.id.rpartition("/")[2]
    short = _LONG_HASH.sub("", name) or name[:12]
    return short.replace("_", " ").strip() or name


def cite(article: Article, outlet: str, site: str, address: str, words: Words) -> Cite:
    """Return the three forms of a reference."""
    return Cite(
        text=_text(article, outlet, site, address, words),
        bibtex=_bibtex(article, outlet, site, address),
        ris=_ris(article, outlet, site, address),
    )


def _text(article: Article, outlet: str, site: str, address: str, words: Words) -> str:
    record = article.record
    authors = names(record.authors)
    date = written.day(record.date.on_day(), words.language) if record.date else words.say("cite_undated")
    parts = [f"{words.join(authors)}. " if authors else "", f"“{record.title}”. "]
    parts.append(f"{outlet}, {date}. " if outlet else f"{date[:1].upper()}{date[1:]}. ")
    parts.append(words.say("cite_archive", site=site, number=file_number(article)))
    if address or record.url:
        parts.append(f" {address or record.url}")
    return "".join(parts)


def _bibtex(article: Article, outlet: str, site: str, address: str) -> str:
    record = article.record
    date = record.date
    rows = {
        "title": f"{{{_escaped(record.title)}}}",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in names(record.authors)),
        "journal": _escaped(outlet),
        "year": str(date.year) if date else "",
        "month": str(date.month) if date and date.month else "",
        "day": str(date.day) if date and date.day else "",
        "url": _escaped_address(address or record.url),
        "note": _escaped(site),
    }
    body = "".join(f",\n  {name} = {{{value}}}" for name, value in rows.items() if value)
    key = "-".join(part for part in (*_keyed(outlet), str(date.year) if date else "", file_number(article)) if part)
    return f"@article{{{_NO_LETTER.sub('-', key).strip('-') or 'kliping'}{body}\n}}"


def _keyed(outlet: str) -> tuple[str, ...]:
    return tuple(_NO_LETTER.sub(" ", outlet).lower().split()[:1])


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX_SAFE)


def _escaped_address(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace("%", r"\%")


def _ris(article: Article, outlet: str, site: str, address: str) -> str:
    record = article.record
    date = record.date
    rows = [("TY", "NEWS"), ("TI", record.title)]
    rows += [("AU", name) for name in names(record.authors)]
    if outlet:
        rows.append(("T2", outlet))
    if date:
        month, day = (f"{part:02d}" if part else "" for part in (date.month, date.day))
        rows += [("PY", str(date.year)), ("DA", f"{date.year:04d}/{month}/{day}/")]
    rows += [("KW", tag) for tag in record.tags]
    rows += [("LA", record.lang or "id"), ("DB", site), ("AN", file_number(article))]
    if address or record.url:
        rows.append(("UR", address or record.url))
    return "\n".join([*(f"{name}  - {value}" for name, value in rows), "ER  - "])


def meta_tags(article: Article, outlet: str, address: str) -> tuple[Tag, ...]:
    """Return the tags by which reference managers know an article: Highwire Press, Dublin Core and Zotero's type.

    Without the type Zotero takes whatever has a ``citation_title`` for an article of a learned journal.
    """
    record, language = article.record, language_of(article.record)
    rows = [("z:itemType", "newspaperArticle"), ("citation_title", record.title)]
    rows += [("DC.title", record.title), ("DC.type", "Text")]
    for name in names(record.authors):
        rows += [("citation_author", name), ("DC.creator", name)]
    if record.date:
        parts = (
            f"{record.date.year:04d}",
            *(f"{part:02d}" for part in (record.date.month, record.date.day) if part),
        )
        rows += [("citation_publication_date", "/".join(parts)), ("DC.date", "-".join(parts))]
    if outlet:
        rows += [("citation_journal_title", outlet), ("DC.publisher", outlet)]
    rows += [("DC.subject", tag) for tag in record.tags]
    rows += [("citation_language", language), ("DC.language", language)]
    if address:
        rows.append(("citation_public_url", address))
    return tuple(Tag(name, content) for name, content in rows)
