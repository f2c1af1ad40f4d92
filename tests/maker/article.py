"""The article on a made page: headline, date, byline, captions and text."""

from dataclasses import replace
from datetime import timedelta

from kliping.text import sentences
from maker.draft import Draft
from maker.furniture import breadcrumb, promo
from maker.telling import DAYS, told

FIRST_WORDS = 5
HEADLINES = ("once", "once", "once", "once", "twice", "twice", "thrice", "split", "suffix", "label", "capitals")
RUNNING_LABELS = ("BREAKING NEWS: ", "VIDEO: ", "FOTO: ")


def headline(draft: Draft, how: str | None = None) -> None:
    """Print the headline as sites do: once, again as heading, over two lines, with the site's name behind."""
    how = how or draft.random.choice(HEADLINES)
    title = draft.title = draft.story.title
    words = title.split()
    draft.codes.append(f"H {how}")
    if how == "capitals":
        draft.title = title.upper()
        draft.add("headline", [draft.title])
    elif how == "split" and len(words) > 5:
        draft.add("headline", [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])])
    elif how == "suffix":
        draft.add("headline", [title + draft.fill(draft.random.choice([" - {Outlet}", " | {Outlet}"]))])
        draft.add("headline", [title])
    elif how == "label":
        draft.add("headline", [draft.random.choice(RUNNING_LABELS) + title])
    else:
        for _ in range({"twice": 2, "thrice": 3}.get(how, 1)):
            draft.add("headline", [title])


def deck(draft: Draft) -> None:
    """Print the lead's first sentence under the headline, or another one, which then ends as one."""
    at = draft.random.choice([0, 0, 2])
    sentence = sentences(draft.story.paragraphs[at])[0]
    sentence = sentence if at else sentence.rstrip(".")
    if 40 < len(sentence) < 180 and not set(sentence) & set('“”"'):
        draft.codes.append("K1")
        draft.add("aside", [sentence])


def date_line(draft: Draft, code: str | None = None) -> None:
    """Print when it was published; a relative time tells no day."""
    if code is None and draft.random.random() < 0.06:
        draft.codes.append("D20")
        draft.add("noise", [draft.random.choice(["2 jam lalu", "4 jam yang lalu", "35 menit lalu"])])
        return
    _, form = draft.choose("date_lines", code)
    draft.dated_by(form, "stated")
    draft.add("aside", [draft.fill(form)])


def byline(draft: Draft, kind: str) -> None:
    """Print who wrote it, above or below."""
    _, forms = draft.choose(kind)
    draft.add("aside", [draft.fill(form) for form in forms])


def captions(draft: Draft) -> None:
    """Print a caption and its credit, in one line or several; a credit alone does not say whose page it is."""
    if not draft.story.captions:
        return
    core = draft.random.choice(draft.story.captions)
    name = "-".join(core.lower().split()[:3])
    kind = draft.random.choice(["captions", "captions", "captions_of_lines"])
    _, forms = draft.choose(kind)
    lines = forms if kind == "captions_of_lines" else [draft.random.choice(forms)]
    printed = set(draft.printed)
    draft.add("caption", [draft.fill(form, c=core, berkas=name) for form in lines])
    draft.printed = printed


def dateline(draft: Draft) -> str:
    """Return what stands before the lead; one on a line of its own is printed here."""
    if draft.random.random() < 0.12:
        draft.codes.append("L0")
        return ""
    kind = draft.random.choice(["datelines"] * 12 + ["datelines_alone"])
    code, forms = draft.choose(kind)
    form = draft.random.choice(forms)
    text = draft.fill(form)
    if "{Kota}" in form or "{KOTA}" in form:
        draft.printed.add("place")
    if code == "L11":
        draft.dated_by(form, "dateline")
    if kind == "datelines_alone":
        draft.add("aside", [text])
        return ""
    return text


def inline(draft: Draft, plan: str) -> str:
    """Return a sentence of the text that tells the day, as surely as the plan says."""
    random = draft.random
    if plan == "none":
        return ""
    if plan == "wrong weekday":
        draft.codes.append("I wrong")
        pieces = told(draft.when, draft.zone)
        wrong = DAYS[(draft.when.weekday() + random.randint(1, 6)) % 7]
        return f"Hal itu disampaikan di {draft.story.place}, {wrong} ({pieces['d']}/{pieces['m']}/{pieces['y']})."
    kind = {"full": "inline_full", "part": "inline_part", "year proved": "inline_part"}.get(plan, "inline_weekday")
    _, form = draft.choose(kind)
    event = draft.when - timedelta(days=1) if draft.basis == "stated" and random.random() < 0.3 else draft.when
    printed = draft.fill(form, **told(event, draft.zone))
    if plan == "full":
        draft.dated_by("", "dateline")
    if plan == "year proved":
        draft.dated_by("", "weekday")
    between = " " if printed.startswith("(") else ", "
    return random.choice(["Hal itu disampaikan di {}{}{}.", "Kegiatan tersebut berlangsung di {}{}{}."]).format(
        draft.story.place, between, printed
    )


def text(draft: Draft, plan: str, promos: bool) -> None:
    """Print the story's paragraphs with dateline, day, signature, and promotions between them."""
    random = draft.random
    paragraphs = list(draft.story.paragraphs)
    opening = dateline(draft)
    sentence = inline(draft, plan)
    at = random.choice([0, 1]) if len(paragraphs[1]) > 60 else 0
    paragraphs[at] = f"{paragraphs[at]} {sentence}".strip()
    if plan == "year proved":
        paragraphs[0] += f" Program itu masuk rencana kerja tahun {draft.when.year}."
    draft.story = replace(draft.story, paragraphs=tuple(paragraphs))
    paragraphs[0] = opening + paragraphs[0]
    ending = ""
    if random.random() < 0.4:
        _, forms = draft.choose("signatures")
        ending = draft.fill(random.choice(forms))
    paragraphs[-1] += ending
    for number, paragraph in enumerate(paragraphs):
        draft.add("body", [paragraph])
        between = 0 < number < len(paragraphs) - 2 and paragraph.endswith((".", "”", '"'))
        if promos and between and random.random() < 0.2:
            promo(draft)


def head(draft: Draft) -> None:
    """Print what stands between the site's menu and the text, in one of the usual orders."""
    random = draft.random
    breadcrumb(draft)
    headline(draft)
    if random.random() < 0.15:
        deck(draft)
