"""Records and their sheets."""

from eval.trace.sheets import cited_sheets, sheet_of


def test_the_sheet_of_a_record_is_what_stands_before_its_aspect():
    assert sheet_of("scheme:vae#access") == "scheme:vae"
    assert sheet_of("scheme:vae#access#again") == "scheme:vae"
    assert sheet_of("scheme:vae") == "scheme:vae"


def test_a_citation_that_tells_no_record_is_of_no_known_sheet(cite):
    assert cited_sheets([cite("q", record="scheme:vae#access"), cite("q")]) == {"scheme:vae"}
