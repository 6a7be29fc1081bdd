"""A drawing made fit for a page: no style of its own, colours of the page, words for who can't see.

A page whose policy allows only the styles it lists refuses `style` attributes: each property
becomes an attribute of the drawing.
"""

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET  # drawings of our own, read from no file

from markupsafe import Markup

_KEPT: Final = (
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "opacity",
    "text-anchor",
)
_SIZE: Final = re.compile(r"([0-9.]+)px")
_REFERENCE: Final = re.compile(r"#([\w-]+)")
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_DROPPED: Final = ("metadata", "style")


def inline(drawing: str, *, prefix: str, label: str, colours: Mapping[str, str]) -> Markup:
    """Return a drawing to put in a page: ids start with `prefix`, `label` tells what it shows.

    `colours` give, for a colour drawn with, the one of the page.
    """
    root = ET.fromstring(drawing)  # noqa: S314 # our own drawing
    used = {name for element in root.iter() for name in _references(element)}
    for element in root.iter():
        for child in [child for child in element if _bare(child.tag) in _DROPPED]:
            element.remove(child)
        element.tag = _bare(element.tag)
        element.attrib = _attributes(element, prefix, used, colours)
    root.attrib = {"viewBox": root.attrib["viewBox"], "role": "img", "aria-label": label}
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 # text escaped by the writer


def _attributes(
    element: ET.Element, prefix: str, used: set[str], colours: Mapping[str, str]
) -> dict[str, str]:
    """Return the attributes of an element, styles turned into attributes."""
    found: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name == "style":
            found |= _of_style(value)
        elif name == "id":
            found |= {"id": f"{prefix}-{value}"} if value in used else {}
        else:
            found["href" if name == _LINK else name] = value
    for name, value in found.items():
        if name == "href" or value.startswith("url("):
            found[name] = value.replace("#", f"#{prefix}-")
        elif value in colours:
            found[name] = colours[value]
    return found


def _of_style(style: str) -> dict[str, str]:
    """Return the attributes that say the same as a style; the page gives the font."""
    pairs = (part.partition(":") for part in style.split(";"))
    found = {name.strip(): value.strip() for name, _, value in pairs}
    size = _SIZE.search(found.get("font", found.get("font-size", "")))
    sized = {"font-size": size[1]} if size else {}
    return {name: found[name] for name in _KEPT if name in found} | sized


def _references(element: ET.Element) -> list[str]:
    """Return the ids an element points to."""
    values = (v for name, v in element.attrib.items() if name == _LINK or "url(" in v)
    return [name for value in values for name in _REFERENCE.findall(value)]


def _bare(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]
