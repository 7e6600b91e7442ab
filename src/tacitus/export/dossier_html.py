"""A dossier as one HTML file that needs nothing else: no scripts, nothing from elsewhere, every name escaped."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from tacitus.export import dossier_words as told
from tacitus.export.pictures.network import network
from tacitus.export.pictures.svg import svg
from tacitus.export.pictures.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.ask.dossier_parts import Dossier, Footnote, Item, Part, Section, Sentence


def html(dossier: Dossier) -> str:
    """Return the whole page."""
    page = _Page()
    name = escape(told.clean(dossier.name))
    body = "\n".join([*_header(dossier), *_nav(dossier), "<main>", *page.body(dossier), "</main>"])
    css = _style()
    policy = f"default-src 'none'; style-src 'sha256-{_digest(css)}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Dossier: {name}</title>\n<style>{css}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return files("tacitus.export.data").joinpath("dossier.css").read_text(encoding="utf-8")


def _digest(css: str) -> str:
    """Return what the page's policy allows as its only style."""
    return b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")


@dataclass(slots=True)
class _Page:
    """A page while it is written: it counts where each footnote is called, so that the footnote can lead back."""

    calls: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def body(self, dossier: Dossier) -> Iterator[str]:
        """Yield sections, pictures with their tables, and the footnotes last."""
        for section in dossier.sections:
            yield from self.section(section)
        if dossier.timeline:
            drawn = timeline(dossier.timeline)
            rows = [(*told.bar_row(bar), bar.notes) for bar in dossier.timeline]
            yield from self.picture("timeline", told.TIMELINE, svg(drawn, "timelinetitle") if drawn else "")
            yield from self.table("Timeline", told.BAR_COLUMNS, rows)
        if dossier.ties:
            drawn = network(told.clean(dossier.name), dossier.ties)
            ties = [(*told.tie_row(tie), tie.notes) for tie in dossier.ties]
            yield from self.picture("network", told.NETWORK, svg(drawn, "networktitle") if drawn else "")
            yield from self.table("Network", told.TIE_COLUMNS, ties)
            if dossier.ties_left_out:
                yield f'<p class="note">{told.left_out(dossier)}</p></section>'
            else:
                yield "</section>"
        yield '<section id="notes"><h2>Words of the reports</h2>\n<ol class="notes">'
        yield from map(self.note, dossier.footnotes)
        yield "</ol></section>"

    def section(self, section: Section) -> Iterator[str]:
        """Yield a section with its sentences and gaps."""
        yield f'<section id="{escape(section.key)}"><h2>{escape(section.title)}</h2>'
        yield f'<p class="about">{escape(section.about)}</p>'
        if section.items:
            yield '<ul class="items">'
            yield from map(self.item, section.items)
            yield "</ul>"
        if section.gaps:
            gaps = "".join(f"<li>{escape(gap)}</li>" for gap in section.gaps)
            yield f'<p class="about">Not told in the reports used here:</p>\n<ul class="gaps">{gaps}</ul>'
        yield "</section>"

    def item(self, item: Item) -> str:
        """Return a sentence with those beside it, as an item of a list."""
        beside = "".join(f'<li class="{s.certainty}">{self.sentence(s)}</li>\n' for s in item.beside)
        inner = f'\n<ul class="beside">{beside}</ul>' if beside else ""
        return f'<li class="{item.sentence.certainty}">{self.sentence(item.sentence)}{inner}</li>'

    def sentence(self, sentence: Sentence) -> str:
        """Return the words, what reviewers made of them, and the numbers of the footnotes."""
        rank = f'<span class="rank">{sentence.rank}</span>' if sentence.rank else ""
        state = ", ".join(sentence.states)
        tag = f' <span class="state">{escape(state)}</span>' if state else ""
        return f'<span class="words">{rank}{_words(sentence.parts)}</span> {self.refs(sentence.notes)}{tag}'

    def refs(self, numbers: Sequence[int]) -> str:
        """Return links to footnotes, each with a name of its own to come back to."""
        out = []
        for number in numbers:
            name = f"r{number}-{len(self.calls[number]) + 1}"
            self.calls[number].append(name)
            out.append(f'<a id="{name}" href="#n{number}" aria-label="Footnote {number}">[{number}]</a>')
        return f'<span class="refs">{"".join(out)}</span>'

    def picture(self, key: str, heading: tuple[str, str], drawn: str) -> Iterator[str]:
        """Yield the beginning of a section with a picture; a table with the same content follows."""
        title, about = heading
        yield f'<section id="{key}"><h2>{title}</h2>\n<p class="about">{about}</p>\n<figure>{drawn}</figure>'

    def table(
        self, caption: str, columns: Sequence[str], rows: Iterable[tuple[str, str, str, tuple[int, ...]]]
    ) -> Iterator[str]:
        """Yield the table that says what a picture shows."""
        head = "".join(f'<th scope="col">{column}</th>' for column in columns)
        yield f"<table><caption>{caption} as a table</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>"
        for *cells, numbers in rows:
            first, *rest = (f"<bdi>{escape(str(cell))}</bdi>" for cell in cells)
            inner = "".join(f"<td>{cell}</td>" for cell in rest)
            yield f'<tr><th scope="row">{first}</th>{inner}<td>{self.refs(numbers)}</td></tr>'
        yield "</tbody></table>" if caption != "Timeline" else "</tbody></table></section>"

    def note(self, note: Footnote) -> str:
        """Return a footnote with its way back to each sentence that stands on it."""
        outlet, title, day = told.cited(note)
        headline = f", “<bdi>{escape(told.clean(title))}</bdi>”" if title else ""
        back = " ".join(
            f'<a href="#{name}" aria-label="Back to call {at} of footnote {note.number}">↑{at}</a>'
            for at, name in enumerate(self.calls[note.number], start=1)
        )
        url = f", <bdi>{escape(told.clean(note.document.url))}</bdi>" if note.document.url else ""
        return (
            f'<li id="n{note.number}" value="{note.number}">'
            f'“<bdi class="quote" dir="auto">{escape(told.clean(told.quote(note), keeps_turns=True))}</bdi>” — '
            f"<cite><bdi>{escape(told.clean(outlet))}</bdi></cite>{headline}, {day}{url}; "
            f"{escape(told.clean(told.kept(note)))}; SHA-256 <code>{escape(note.document.sha256)}</code>. {back}</li>"
        )


def _header(dossier: Dossier) -> Iterator[str]:
    yield f"<header><h1>Dossier: <bdi>{escape(told.clean(dossier.name))}</bdi></h1>"
    yield f'<p class="about">{escape(told.ABOUT)}</p>\n<dl class="basis">'
    for label, value in told.basis(dossier):
        tag = "code" if label == told.HASH else "bdi"
        shown = f"<{tag}>{escape(told.clean(value))}</{tag}>"
        yield f"<dt>{escape(label)}</dt><dd>{shown}</dd>"
    yield "</dl></header>"


def _nav(dossier: Dossier) -> Iterator[str]:
    keys = [(section.key, section.title) for section in dossier.sections]
    keys += [("timeline", told.TIMELINE[0])] if dossier.timeline else []
    keys += [("network", told.NETWORK[0])] if dossier.ties else []
    links = "".join(f'<li><a href="#{key}">{escape(title)}</a></li>' for key, title in keys)
    yield f'<nav aria-label="Sections"><ul>{links}<li><a href="#notes">Words of the reports</a></li></ul></nav>'


def _words(parts: tuple[Part, ...]) -> str:
    return "".join(f"<bdi>{escape(text)}</bdi>" if given else escape(text) for text, given in told.parts(parts))
