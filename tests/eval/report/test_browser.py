"""The page in a real Chromium: alone, audited, by keyboard, narrow, without JavaScript."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from assistant.settings import Settings
from eval.commands.measure import Request, measure
from eval.report.html import write_html
from tests.conftest import copy_own_home

pytestmark = pytest.mark.browser

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def opening(browser):
    """Return a function that opens a file, and notes what the page asks and says."""
    contexts = []

    def open_file(path, **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.asked, page.heard = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.heard.append(message.text))
        page.goto(path.as_uri())
        return page

    yield open_file
    for context in contexts:
        context.close()


@pytest.fixture
def opened(opening, compared, tmp_path):
    """Return a function that opens the page of the small run."""
    path = tmp_path / "report.html"
    write_html(compared, path)
    return partial(opening, path)


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Return the page the command writes, of two subjects measured on one task."""
    monkeypatch.setenv("COLUMNS", "200")
    copy_own_home(tmp_path / "home" / "eval")
    settings = Settings(home=tmp_path / "home", cache=Settings().embedder_cache)
    subjects = ("assistant", "recipe")
    request = Request(tasks=("crisis",), subjects=subjects, frozen=True, quick=True)
    measure(settings, replace(request, results=tmp_path / "results"))
    (path,) = (tmp_path / "results").rglob("report.html")
    return path


def test_it_asks_nothing_of_anybody_and_keeps_its_own_policy(opened):
    page = opened()
    page.locator("details.failure summary").first.click()

    assert [url for url in page.asked if url != "data:,"] == [page.url]
    assert page.heard == []
    assert "pris" not in page.title()


def test_what_a_person_wrote_is_shown_letter_by_letter(opened, hostile):
    page = opened()

    assert page.locator("details.failure summary").first.inner_text().count(hostile) == 1
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend_with_everything_open(opened, scheme):
    page = opened(bypass_csp=True, viewport=NARROW, color_scheme=scheme)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_to_mend_on_a_wide_screen(opened):
    found = Axe().run(opened(bypass_csp=True, viewport={"width": 1280, "height": 900}))

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.slow
def test_axe_finds_nothing_to_mend_in_a_report_of_the_command(opening, measured):
    page = opening(measured, bypass_csp=True, viewport=NARROW)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    found = Axe().run(page)

    assert page.locator("details").count() > 0
    assert found.violations_count == 0, found.generate_report()


def test_a_narrow_screen_needs_no_sideways_scroll(opened):
    page = opened(viewport=NARROW)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    needed, there = page.evaluate(WIDTHS)

    assert needed <= there


def test_the_filters_work_by_keyboard(opened):
    page = opened()
    page.get_by_label("Texte").focus()
    page.keyboard.type("ONERROR EN déux ans")
    assert page.locator("output").inner_text() == "2 échecs montrés sur 2"

    page.keyboard.type(" introuvable")
    assert page.locator("output").inner_text() == "0 échecs montrés sur 2"
    assert page.locator("details.failure:visible").count() == 0
    assert page.locator("section.group:visible").count() == 0

    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Tout montrer"
    page.keyboard.press("Enter")
    page.locator("details.failure:visible").first.wait_for()
    assert page.locator("output").inner_text() == "2 échecs montrés sur 2"


def test_failures_are_filtered_by_task_and_by_public(opened):
    page = opened()

    page.get_by_label("Tâche", exact=True).select_option(label="Trouver les bonnes fiches")
    page.get_by_label("Public", exact=True).select_option(label="Adultes")

    assert page.locator("details.failure:visible").count() == 2


def test_a_link_to_an_exchange_opens_it_even_filtered_out(opened):
    page = opened()
    page.get_by_label("Texte").fill("introuvable")
    page.get_by_text("1 message moins bien noté").click()

    page.get_by_role("link", name="voir l'échange find-2").first.click()

    page.get_by_text("On gagne 9 000 €.").wait_for()
    assert page.get_by_label("Texte").input_value() == ""


def test_everything_can_be_read_without_javascript(opened):
    page = opened(java_script_enabled=False)
    assert not page.get_by_label("Texte").is_visible()

    page.locator("details.failure summary").first.click()

    assert page.get_by_text("On gagne 9 000 €.").is_visible()


def test_the_keyboard_reaches_the_content_first_and_focus_is_seen(opened):
    page = opened()
    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "Aller au contenu"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_dark_screen_gets_dark_colours(opened):
    background = "getComputedStyle(document.body).backgroundColor"

    assert opened(color_scheme="light").evaluate(background) == "rgb(246, 244, 239)"
    assert opened(color_scheme="dark").evaluate(background) == "rgb(17, 24, 29)"
