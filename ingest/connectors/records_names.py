"""Occupations of the national directory under the names people use, ours beside the codes."""

from corpus.model.occupation import CODE, Occupation
from ingest.fields import Fields


def named_occupation(fields: Fields) -> Occupation:
    """Return an occupation by its code and the one above it; wrong fields are noted in `fields`."""
    codes = fields.texts("rome")
    if not codes:
        fields.note("rome", "au moins un code attendu")
    masculine, feminine = fields.text("masculine"), fields.text("feminine")
    return Occupation(
        id=f"{CODE}{codes[0] if codes else ''}",
        label=masculine if masculine == feminine else f"{masculine}, {feminine}",
        feminine=feminine,
        masculine=masculine,
        rome=codes,
        synonyms=(*fields.texts("names"), *fields.texts("english")),
        described=fields.texts("asked"),
    )
