"""HTML fragments, as structured plain text: parts under their headings, one line per block."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import html as lxml_html
from lxml.html import HtmlElement

from corpus.model.errors import UnparsableFileError

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS: Final = frozenset({"div", "section", "article", "aside", "li", "blockquote", "td"})
_BLOCKS: Final = _CONTAINERS | {
    *("p", "ul", "ol", "dl", "dt", "dd", "br", "hr", "pre", "address", "nav", "main"),
    *("table", "thead", "tbody", "tfoot", "caption", "figure", "figcaption", "header", "footer"),
}
_DROPPED: Final = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "svg", "iframe", "object"),
        *("form", "input", "select", "textarea"),
    }
)
_HIDDEN_CLASSES: Final = frozenset({"fr-sr-only", "sr-only", "visually-hidden"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines of text under one heading path."""

    heading: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a publisher's class names mean: furniture to drop, boxes whose headings are text."""

    drop: frozenset[str] = frozenset()
    flat: frozenset[str] = frozenset()


PLAIN: Final = Layout()


def parts(fragment: str, path: Path, where: str, layout: Layout = PLAIN) -> tuple[Part, ...]:
    """Return the visible text by heading; a table row is a line, its cells joined by ` | `.

    Raises UnparsableFileError, naming the field, when the fragment is not text.
    """
    if not fragment.strip():
        return ()
    walker = _Walker(layout)
    walker.visit(_tree(fragment, path, where))
    walker.end_line()
    return tuple(
        Part(heading=heading, text="\n".join(lines)) for heading, lines in walker.parts if lines
    )


def link_share(fragment: str, path: Path, where: str) -> float:
    """Return which share of the words, 0 to 1, are the words of links."""
    if not fragment.strip():
        return 0.0
    root = _tree(fragment, path, where)
    links = sum(len(link.text_content().split()) for link in root.iter("a"))
    return links / max(len(root.text_content().split()), 1)


def _tree(fragment: str, path: Path, where: str) -> HtmlElement:
    parser = lxml_html.HTMLParser(huge_tree=False, no_network=True)
    root = lxml_html.document_fromstring(f"<div>{fragment}</div>", parser=parser)
    # Ordinary mistakes are mended; past a fatal one the parser drops what follows.
    if fatal := parser.error_log.filter_from_fatals():
        raise UnparsableFileError(path, f"HTML illisible ({fatal[0].message})", where)
    return root


@dataclass(slots=True)
class _Walker:
    layout: Layout
    flat: int = 0
    line: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    parts: list[tuple[tuple[str, ...], list[str]]] = field(default_factory=list)

    def visit(self, element: HtmlElement) -> None:
        if self._is_shown(element):
            self._visitor(str(element.tag))(element)

    def end_line(self) -> None:
        self._add(" ".join("".join(self.line).split()))
        self.line.clear()

    def _visitor(self, tag: str) -> Callable[[HtmlElement], None]:
        if tag in _HEADINGS:
            return self._heading
        if tag == "tr":
            return self._row
        return self._block if tag in _BLOCKS else self._inline

    def _inline(self, element: HtmlElement) -> None:
        self.line.append(element.text or "")
        for child in element:
            self.visit(child)
            self.line.append(child.tail or "")

    def _block(self, element: HtmlElement) -> None:
        self.end_line()
        is_flat = not self.layout.flat.isdisjoint(_classes(element))
        self.flat += is_flat
        headings = list(self.headings)
        self._inline(element)
        self.end_line()
        self.flat -= is_flat
        if element.tag in _CONTAINERS:
            # A heading inside a box does not reign over what follows the box.
            self.headings = headings

    def _heading(self, element: HtmlElement) -> None:
        self.end_line()
        text = self._lone_text(element)
        if self.flat or not text:
            self._add(text)
            return
        level = _HEADINGS[str(element.tag)]
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, text))

    def _row(self, element: HtmlElement) -> None:
        self.end_line()
        cells = [self._lone_text(cell) for cell in element if self._is_shown(cell)]
        if any(cells):
            self._add(" | ".join(cells))

    def _lone_text(self, element: HtmlElement) -> str:
        inner = _Walker(self.layout, flat=1)
        inner._inline(element)
        inner.end_line()
        return " ".join(line for _, lines in inner.parts for line in lines)

    def _add(self, line: str) -> None:
        if not line:
            return
        heading = tuple(text for _, text in self.headings)
        if not self.parts or self.parts[-1][0] != heading:
            self.parts.append((heading, []))
        self.parts[-1][1].append(line)

    def _is_shown(self, element: HtmlElement) -> bool:
        if not isinstance(element.tag, str):
            return False
        classes = _classes(element)
        return not (
            element.tag in _DROPPED
            or "hidden" in element.attrib
            or element.get("aria-hidden") == "true"
            or "display:none" in (element.get("style") or "").replace(" ", "").lower()
            or not classes.isdisjoint(_HIDDEN_CLASSES | self.layout.drop)
        )


def _classes(element: HtmlElement) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())
