"""The seed as saved, drawn with Pygments: numbered lines with roles, used spans marked, cut lines told.

The form is documented at ``views.SourceView.lines_html``.
"""

import io
import re
from collections.abc import Iterator
from html import escape
from typing import Any, TextIO

from pygments import format as pygments_format
from pygments.formatter import Formatter
from pygments.lexer import Lexer
from pygments.token import Text, Token
from pygments.token import _TokenType as TokenType

from kliping.model import KEPT_ROLES, Reading, ReadLine, Role
from kliping.rules import sentence
from kliping.site.hygiene import ILLEGAL
from kliping.site.strings import words

_FIELD = Token.Text.Field
_CLASSES: dict[TokenType, str] = {}
"""Class of each field's spans, as Pygments keeps its own in ``STANDARD_TYPES``."""
_CLASS = re.compile(r"[^a-z0-9]+")


class ReadingLexer(Lexer):
    """Cuts a reading's text into the spans that gave a field its value and the rest."""

    name = "Kliping reading"

    def __init__(self, reading: Reading, **options: Any) -> None:
        super().__init__(stripnl=False, ensurenl=False, **options)
        self.reading = reading

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, TokenType, str]]:
        """Yield place, type and text; the text's lines are those of the reading, in order."""
        place = 0
        for number, (line, content) in enumerate(zip(self.reading.lines, text.split("\n"), strict=True)):
            if number:
                yield place, Text, "\n"
                place += 1
            at = 0
            for span in line.spans:
                start, end = max(span.start, at), min(span.end, len(content))
                if start >= end:
                    continue
                if start > at:
                    yield place + at, Text, content[at:start]
                yield place + start, _field_type(span.field), content[start:end]
                at = end
            if at < len(content):
                yield place + at, Text, content[at:]
            place += len(content)


class LinesFormatter(Formatter[str]):
    """Writes the tokens of a reading as a numbered list of lines."""

    name = "Kliping lines"

    def __init__(self, reading: Reading, language: str, **options: Any) -> None:
        super().__init__(**options)
        self.reading, self.language, self.words = reading, language, words(language)

    def format_unencoded(self, tokensource: Iterator[tuple[TokenType, str]], outfile: TextIO) -> None:
        """Write one list entry for each line."""
        outfile.write('<ol class="lines">\n')
        lines, parts = iter(self.reading.lines), list[str]()
        for kind, value in tokensource:
            if kind is Text and value == "\n":
                outfile.write(self._entry(next(lines), "".join(parts)))
                parts = []
            elif kind is not Text:
                parts.append(f'<mark class="{_CLASSES[kind]}">{escape(value)}</mark>')
            else:
                parts.append(escape(value))
        for line in lines:
            outfile.write(self._entry(line, "".join(parts)))
            parts = []
        outfile.write("</ol>\n")

    def _entry(self, line: ReadLine, text: str) -> str:
        number = line.number
        mark = f'<a class="n" href="#L{number}">{number}</a>'
        if line.role is Role.BLANK:
            return f'<li id="L{number}" class="line blank">{mark}<span class="text">{text}</span></li>\n'
        kept = line.role in KEPT_ROLES
        role = escape(self.words.say(f"role_{line.role}"))
        why = "" if kept else f'<span class="why">{escape(self._why(line))}</span>'
        return (
            f'<li id="L{number}" class="line {"kept" if kept else "cut"} role-{line.role}">{mark}'
            f'<span class="role">{role}</span><span class="text" dir="auto">{text}</span>{why}</li>\n'
        )

    def _why(self, line: ReadLine) -> str:
        return sentence(line.rule, self.language) if line.rule else ""


def draw(reading: Reading, language: str) -> str:
    """Return the reading as HTML, safe to show."""
    if not reading.lines:
        return ""
    text = "\n".join(ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", line.text).replace("\n", " ") for line in reading.lines)
    tokens = ((kind, value) for _, kind, value in ReadingLexer(reading).get_tokens_unprocessed(text))
    target = io.StringIO()
    pygments_format(tokens, LinesFormatter(reading, language), target)
    return target.getvalue()


def _field_type(field: str) -> TokenType:
    """Return the token type of a field, known to Pygments by the class ``f-field``."""
    name = _CLASS.sub("-", field.casefold()).strip("-") or "other"
    kind: TokenType = getattr(_FIELD, name.replace("-", "_").capitalize())
    _CLASSES.setdefault(kind, f"f-{name}")
    return kind
