"""The chat page in a real Chromium: without JavaScript, by keyboard, narrow, dark, audited."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = pytest.mark.browser

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VIEWS = ["", "answer", "clarify", "referred", "declined", "crisis", "error"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


class Desk:
    """Opens the page of a running service as somebody would."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url

    def page(self, path: str = "/", **options: Any) -> Page:
        """A page without JavaScript unless told otherwise."""
        context = self._browser.new_context(**{"java_script_enabled": False, **options})
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(self._url + path)
        return page

    def view(self, kind: str, **options: Any) -> Page:
        """A page that shows one kind of reply, an error, or nothing yet."""
        page = self.page(**options)
        if kind:
            page.get_by_label("Votre question").fill("" if kind == "error" else kind)
            page.get_by_role("button", name="Envoyer la question").click()
        return page


@pytest.fixture
def desk(browser: Browser, run: Callable[..., str], service: Any) -> Iterator[Desk]:
    yield Desk(browser, run(service))
    for context in browser.contexts:
        context.close()


def test_a_person_asks_reads_and_opens_a_source(desk: Desk) -> None:
    page = desk.page()
    page.get_by_label("Votre question").fill("answer")
    page.get_by_role("button", name="Envoyer la question").click()

    assert page.get_by_text("Ce diplôme se prépare en deux ans.").is_visible()
    quote = page.get_by_text("« Le BTS dure deux ans. »")
    assert not quote.is_visible()
    page.locator("summary").first.click()
    assert quote.is_visible()


def test_a_marker_opens_the_quote_it_names(desk: Desk) -> None:
    page = desk.view("answer")

    page.get_by_role("link", name="Source 2").first.click()

    assert page.get_by_text("« 1 990 € brut »").is_visible()


def test_an_option_is_chosen_with_a_click(desk: Desk, responder: Any) -> None:
    page = desk.view("clarify")

    page.get_by_role("button", name="En emploi").click()

    assert page.get_by_text("Quelle est votre situation ?").is_visible()
    assert responder.turns[-1].text == "clarify"
    assert responder.turns[-1].profile.situation == "salarie_prive"


def test_a_follow_up_carries_the_conversation_and_starting_over_drops_it(
    desk: Desk, responder: Any
) -> None:
    page = desk.view("answer")
    page.get_by_role("button", name="Et en alternance ?").click()

    assert responder.turns[-1].history == ("answer",)
    assert page.get_by_role("heading", name="Vos questions précédentes").is_visible()
    page.get_by_role("button", name="Recommencer à zéro").click()
    assert page.get_by_role("heading", name="Vos questions précédentes").count() == 0
    assert page.get_by_label("Votre question").input_value() == ""


def test_what_was_understood_is_shown_corrected_and_cleared(desk: Desk, responder: Any) -> None:
    page = desk.view("answer")
    assert page.get_by_text("34 ans").is_visible()

    page.get_by_text("Corriger", exact=True).click()
    page.get_by_label("Âge").fill("51")
    page.get_by_role("button", name="Répondre avec ces informations").click()
    assert (responder.turns[-1].profile.age, responder.turns[-1].profile.employed) == (51, True)

    page.get_by_role("button", name="Effacer ce que j'ai compris").click()
    assert responder.turns[-1].profile.age is None
    assert responder.turns[-1].text == "answer"


def test_the_keyboard_alone_is_enough(desk: Desk) -> None:
    page = desk.page()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Aller au contenu"
    while page.locator("textarea:focus").count() == 0:
        page.keyboard.press("Tab")
    page.keyboard.type("answer")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#reponse:focus").wait_for()

    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text().endswith("1")
    page.keyboard.press("Enter")
    assert page.get_by_text("« Le BTS dure deux ans. »").is_visible()


def test_the_error_is_tied_to_its_field_and_the_draft_kept(desk: Desk) -> None:
    page = desk.view("é" * 4_001)

    field = page.get_by_label("Votre question")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.input_value() == "é" * 4_001
    assert page.get_by_role("alert").is_visible()


def test_a_dark_screen_gets_dark_colours(desk: Desk) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = desk.page(java_script_enabled=True, color_scheme="light").evaluate(background)
    dark = desk.page(java_script_enabled=True, color_scheme="dark").evaluate(background)

    assert light == "rgb(246, 244, 239)"
    assert dark == "rgb(17, 24, 29)"


def test_the_page_asks_nothing_of_anybody_else_and_breaks_no_policy(desk: Desk) -> None:
    page = desk.view("answer", java_script_enabled=True)
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: asked.append(request.url))

    page.reload()
    page.get_by_role("button", name="Recommencer à zéro").click()

    origin = page.url.split("?")[0].rstrip("/")
    assert asked
    assert all(url.startswith(origin) for url in asked)
    assert heard == []


@pytest.mark.parametrize("kind", VIEWS)
def test_every_view_passes_axe_light_and_dark_and_fits_a_narrow_screen(
    desk: Desk, kind: str
) -> None:
    narrow = {"width": 320, "height": 640}
    page = desk.view(kind, java_script_enabled=True, bypass_csp=True, viewport=narrow)
    for summary in page.locator("summary").all():
        summary.click()

    light = Axe().run(page)
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page)
    widths = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    needed, there = page.evaluate(widths)

    assert light.violations_count == 0, light.generate_report()
    assert dark.violations_count == 0, dark.generate_report()
    assert needed <= there


def test_axe_finds_nothing_to_mend_in_english(desk: Desk) -> None:
    page = desk.page("/?lang=en", java_script_enabled=True, bypass_csp=True)
    page.get_by_label("Your question").fill("answer")
    page.get_by_role("button", name="Send the question").click()

    found = Axe().run(page)

    assert page.title() == "Answer – Career guidance assistant"
    assert found.violations_count == 0, found.generate_report()
