"""What a page's text is about, by its words: headlines and subheads share them, other articles' headlines do not."""

from kliping.lazy import lazy
from kliping.parse.sheet import Sheet
from kliping.stems import stem

ENOUGH_SHARED = 0.7
"""Share of a line's words in the text that needs no look at their stems."""


class Subject:
    """The weighty words of a page's text, by which the lines above it are weighed."""

    def __init__(self, sheet: Sheet) -> None:
        self.words = frozenset().union(*(block.content for block in sheet.body()))

    @lazy
    def stems(self) -> frozenset[str]:
        """Stems of the words: dear, and only needed where the words themselves differ."""
        return frozenset(map(stem, self.words))

    def share_of(self, content: set[str]) -> float:
        """Return the share of a line's weighty words that the text uses, in whatever form."""
        shared = len(content & self.words)
        if shared < ENOUGH_SHARED * len(content):
            shared = sum(word in self.words or stem(word) in self.stems for word in content)
        return shared / len(content) if content else 0.0
