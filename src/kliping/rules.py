"""What the parser's rules say of themselves, for readers."""

from functools import cache

from kliping import data


@cache
def sentences(language: str) -> dict[str, str]:
    """Return each rule's sentence by its name."""
    return {str(name): str(text) for name, text in data.load(f"rules.{language}.yaml").items()}


def sentence(rule: str, language: str) -> str:
    """Return what the rule says in that language; its own name where the vocabulary has none."""
    return sentences(language).get(rule, rule)
