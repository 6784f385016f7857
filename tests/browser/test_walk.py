"""The site in a real browser: every page, in all languages, both themes and two widths."""

import re

import pytest

from tests.browser.conftest import alive
from tests.builds import ROOT
from tests.course import LESSONS, PAGES

pytestmark = pytest.mark.browser

LANGUAGES = {"pt": "", "es": "es/", "en": "en/"}
PHONE, DESKTOP = 390, 1280
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SHIFT = """() => new Promise(done => {
  let total = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(total), 200);
})"""


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def width(request):
    return request.param


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.mark.parametrize(
    ("language", "width", "theme"),
    [
        ("pt", PHONE, "light"),
        ("pt", DESKTOP, "dark"),
        ("es", PHONE, "dark"),
        ("en", PHONE, "light"),
    ],
)
def test_no_page_has_an_error_a_foreign_request_or_a_broken_picture(
    tab, address, language, width, theme
):
    """Where there is least room, in each language; where there is more, in one."""
    page = tab(theme, width)
    for name in PAGES:
        page.goto(f"{address}{LANGUAGES[language]}{name}", wait_until="networkidle")
        alive(page)
        broken = see_all(page)

        assert not page.wrongs, name
        assert not broken, name
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{name} scrolls sideways: {wide} px"


def see_all(page):
    """Scroll through the page, so that lazy pictures load; give those that did not."""
    return page.evaluate(
        """async () => {
          const shown = [...document.images].filter(image => image.offsetParent);
          for (const image of shown) { image.loading = 'eager'; }
          await Promise.all(shown.map(image => image.decode().catch(() => 0)));
          return shown.filter(image => !image.naturalWidth).map(image => image.src);
        }"""
    )


@pytest.mark.parametrize("name", PAGES, ids=lambda name: name or "home")
def test_axe_finds_nothing(tab, address, name, theme):
    """Languages share their markup: each page is looked at in two of them, and in both widths."""
    dark, at = theme == "dark", PAGES.index(name)
    language = list(LANGUAGES)[(at + dark) % 3]
    page = tab(theme, [PHONE, DESKTOP][(at + dark) % 2])
    page.goto(f"{address}{LANGUAGES[language]}{name}")
    alive(page)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.wait_for_timeout(300)  # Material fades its colours in
    page.add_script_tag(path=AXE)

    found = page.evaluate("axe.run().then(done => done.violations)")

    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
    assert not told


@pytest.mark.parametrize("lesson", LESSONS)
def test_code_is_read_without_scrolling_on_a_wide_screen(tab, address, lesson):
    page = tab(width=DESKTOP)
    page.goto(f"{address}lessons/{lesson}/")
    alive(page)
    page.locator("pre code").last.scroll_into_view_if_needed()
    page.wait_for_selector(":root.cv-code-near", state="attached")
    page.evaluate("document.fonts.ready")

    cut = page.eval_on_selector_all(
        "pre code",
        "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)",
    )

    assert not cut


def test_figures_follow_the_theme(tab, address):
    for theme, other in (("light", "dark"), ("dark", "light")):
        page = tab(theme)
        page.goto(f"{address}lessons/noise/")

        shown = page.eval_on_selector_all(
            "figure.cv-figure img", "all => all.filter(i => i.offsetParent).map(i => i.src)"
        )

        assert shown
        assert all(f".{theme}." in source for source in shown)
        assert not any(f".{other}." in source for source in shown)


def test_nothing_shifts_while_a_lesson_loads(tab, address, width):
    """What shifts does so each time; a machine out of breath may once show a frame too late."""

    def shift():
        page = tab(width=width)
        page.goto(f"{address}lessons/pixel-remap/", wait_until="networkidle")
        page.mouse.wheel(0, 4000)
        return page.evaluate(SHIFT)

    assert shift() < 0.02 or shift() < 0.02


def test_the_switcher_stays_on_the_page_and_changes_the_language(tab, address, width):
    page = tab(width=width)
    page.goto(f"{address}lessons/noise/")

    page.click(".cv-languages a[hreflang=en]")

    assert page.url == f"{address}en/lessons/noise/"
    assert page.get_attribute("html", "lang") == "en"


def test_the_switcher_keeps_the_place_in_the_page(tab, address):
    page = tab()
    page.goto(f"{address}lessons/noise/")
    figure = page.locator("figure.cv-figure").nth(2)
    name = figure.get_attribute("id")

    figure.evaluate("one => one.scrollIntoView()")
    page.click(".cv-languages a[hreflang=en]")

    assert page.url == f"{address}en/lessons/noise/#{name}"
    assert page.locator(f"#{name}").count() == 1


def found_by(page, words):
    """Type words into the search, and give the addresses that it answers with."""
    page.click("label.md-search__icon, .md-search__input", force=True)
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__link")
    return page.eval_on_selector_all(".md-search-result__link", "all => all.map(a => a.href)")


def test_search_finds_words_typed_without_their_accents(tab, address):
    page = tab()
    page.goto(address)

    found_by(page, "convolucao")

    assert "convolução" in page.locator(".md-search-result__list").inner_text().lower()
    assert not page.wrongs


def test_search_leads_to_the_term_in_the_glossary(tab, address):
    page = tab()
    page.goto(f"{address}en/")

    links = found_by(page, "receptive field")

    assert any(re.search("/en/glossary/.*#receptive-field$", link) for link in links)


def test_search_answers_in_the_language_of_the_page(tab, address, language):
    page = tab()
    page.goto(f"{address}{LANGUAGES[language]}")

    links = found_by(page, "MobileNetV3")

    assert links
    assert all(link.startswith(f"{address}{LANGUAGES[language]}") for link in links)
    if not LANGUAGES[language]:
        assert not any("/es/" in link or "/en/" in link for link in links)
    assert not page.wrongs


def test_about_this_figure_tells_the_seconds(tab, address):
    page = tab()
    page.goto(f"{address}en/lessons/pixel-remap/")

    page.click("figure#fig-remap-accuracy details.cv-about summary")
    seconds = page.locator("figure#fig-remap-accuracy .cv-seconds")

    page.wait_for_function(
        "element => /^[\\d.,]+\\s*s$/.test(element.textContent.trim())",
        arg=seconds.element_handle(),
    )


def test_a_guess_opens_the_answer_by_keyboard(tab, address):
    page = tab()
    page.goto(f"{address}lessons/pixel-remap/")
    answer = page.locator(".cv-guess details")
    assert answer.get_attribute("open") is None

    page.locator(".cv-guess input").first.focus()
    page.keyboard.press("Space")

    assert answer.get_attribute("open") is not None


def test_a_lesson_reads_without_javascript(tab, address):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}en/lessons/noise/")

    assert page.locator("h1").is_visible()
    assert page.locator("figure.cv-figure img").first.is_visible()
    page.locator("details.cv-answer summary").first.click()
    assert page.locator("details.cv-answer p").first.is_visible()
