"""What readers play with, by keyboard and by mouse, against numbers computed here."""

import json
import re
import threading
import time
from fractions import Fraction
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import combinations, pairwise, product
from pathlib import Path

import numpy as np
import pytest
from scipy.signal import correlate2d

from tests.browser.conftest import Silent
from tests.browser.playground import block, prepare, widget, words, write
from tests.browser.test_walk import AXE, DESKTOP, PHONE, SHIFT

pytestmark = pytest.mark.browser

NUMBERS = {"shift-slider": "digits.json", "accuracy-chart": "networks.json"}
NAMES = ("sliding-filter", "output-size", "receptive-field", *NUMBERS)
STILL = "| still | picture |\n|---|---|\n| a | b |"
QUESTION = {"question": "6 × 7?", "options": ["13", "42", "48"], "right": 2}
AMOUNTS = list(range(-8, 9))
NETWORKS = [  # as torchvision's weights tell it
    ("AlexNet", 0.714, 61100840, 56.522),
    ("VGG16", 15.47, 138357544, 71.592),
    ("GoogLeNet", 1.498, 6624904, 69.778),
    ("ResNet-18", 1.814, 11689512, 69.758),
    ("ResNet-50", 4.089, 25557032, 76.13),
    ("ResNet-152", 11.514, 60192808, 78.312),
    ("MobileNetV2", 0.301, 3504872, 71.878),
    ("MobileNetV3 Large", 0.217, 5483032, 74.042),
    ("DenseNet-121", 2.834, 7978856, 74.434),
    ("EfficientNet-B0", 0.386, 5288548, 77.692),
    ("EfficientNet-B7", 37.746, 66347960, 84.122),
    ("ConvNeXt Large", 34.361, 197767336, 84.414),
]


def digits():
    """Make two drawings, and answers that depend on the network, the shift and the class."""
    random = np.random.default_rng(0)
    made = []
    for label in (3, 7):
        image = np.zeros((28, 28))
        image[8:20, 10 + label : 13 + label] = random.uniform(0.2, 1, (12, 3)).round(2)
        answers = {
            name: random.dirichlet(np.ones(10), len(AMOUNTS)).round(4).tolist()
            for name in ("lenet5", "mlp")
        }
        made.append(
            {"image": image.tolist(), "label": label, "amounts": AMOUNTS, "networks": answers}
        )
    return made


DIGITS = digits()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where pages with one widget each are served, and one with a quiz."""
    folder = tmp_path_factory.mktemp("playground")
    prepare(folder)
    fields = ("name", "operations", "parameters", "top1")
    networks = [dict(zip(fields, network, strict=True)) for network in NETWORKS]
    (folder / "digits.json").write_text(json.dumps({"digits": DIGITS}))
    (folder / "networks.json").write_text(json.dumps({"networks": networks}))
    for language in ("pt", "es", "en"):
        for name in NAMES:
            body = widget(name, language, body=STILL, numbers=NUMBERS.get(name, ""))
            write(folder, f"{name}.{language}", language, body)
        quiz = block("quiz", language, name="q", body="Since 6 × 7 = 42.", **QUESTION)
        write(folder, f"quiz.{language}", language, quiz)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def playing(tab, address):
    """Open a widget's page and wait until it runs."""

    def opened(name, language="en", theme="light", width=DESKTOP, motion="reduce", **options):
        page = tab(theme, width, reduced_motion=motion, **options)
        page.goto(f"{address}{name}.{language}.html")
        page.wait_for_selector("[data-cv-state=ready]")
        return page

    return opened


def numbers_in(text):
    return [float(one.replace("−", "-")) for one in re.findall(r"[−-]?\d+(?:\.\d+)?", text)]


def choose(page, group, option):
    page.get_by_role("group", name=group, exact=True).get_by_label(option, exact=True).check()


# ----- All of them


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_a_widget_is_sound(playing, name, theme, width):
    language = ("pt", "es", "en")[(NAMES.index(name) + (theme == "dark")) % 3]
    page = playing(name, language, theme, width)
    page.add_script_tag(path=AXE)

    found = page.evaluate("axe.run().then(done => done.violations)")

    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
    assert not told
    assert not page.wrongs
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_shifts_when_a_widget_comes_late(tab, address, name, width):
    page = tab(width=width, reduced_motion="reduce")
    page.route("**/widgets/*", lambda route: (time.sleep(0.2), route.continue_()))
    page.goto(f"{address}{name}.pt.html")
    page.wait_for_selector("[data-cv-state=ready]")

    assert page.evaluate(SHIFT) < 0.02


@pytest.mark.parametrize("name", NAMES)
def test_the_room_kept_fits_in_every_language(playing, name):
    """A gap of a line or two is no harm; a widget much higher than its room would push the text."""
    for language, width in product(("pt", "es", "en"), (PHONE, DESKTOP)):
        page = playing(name, language, width=width, has_touch=width < 1000)
        room, taken = page.eval_on_selector(
            ".cv-widget__stage",
            """stage => {
              const room = parseFloat(getComputedStyle(stage).minHeight);
              stage.style.minHeight = 0;
              return [room, stage.offsetHeight];
            }""",
        )
        assert room == pytest.approx(taken, abs=60), f"{language}, {width} px"


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_there_in_every_language(playing, name):
    for language in ("pt", "es", "en"):
        page = playing(name, language)
        content = page.locator(".cv-widget__stage").evaluate("stage => stage.outerHTML")
        assert "undefined" not in content
        assert "NaN" not in content
        assert not re.search(r"\{\w+\}", content)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_touched_is_large_enough(playing, name):
    page = playing(name, width=PHONE, has_touch=True, is_mobile=True)

    small = page.eval_on_selector_all(
        ".cv-widget__stage :is(button, .cv-toggle, .cv-choices label, [role=gridcell],"
        " input[type=number], input[type=range])",
        """all => all.map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
                   .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)""",
    )

    assert not small


@pytest.mark.parametrize("name", NAMES)
def test_a_widget_brings_its_own_styles_and_no_others(playing, name):
    page = playing(name)

    sheets = page.evaluate("[...document.styleSheets].map((sheet) => sheet.href ?? '')")

    loaded = {Path(sheet).stem for sheet in sheets if "/widgets/" in sheet}
    assert loaded == {"widgets", name}


def test_without_javascript_the_still_picture_stands(tab, address):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}output-size.en.html")

    assert page.locator(".cv-widget table").is_visible()
    assert not page.locator(".cv-widget summary").is_visible()


def test_where_a_widget_fails_the_still_picture_stands(tab, address):
    page = tab()
    page.route("**/widgets/output-size.js", lambda route: route.abort())
    page.goto(f"{address}output-size.en.html")
    page.wait_for_selector("[data-cv-state=failed]")

    assert page.locator(".cv-widget table").is_visible()


def test_the_still_picture_can_be_opened_beside_a_widget(playing):
    page = playing("output-size")
    assert not page.locator(".cv-widget table").is_visible()

    page.get_by_text(words("en")["widgets"]["still"]).click()

    assert page.locator(".cv-widget table").is_visible()


# ----- The filter that slides

KERNELS = {
    "vertical edge": [[1, 0, -1]] * 3,
    "horizontal edge": [[1] * 3, [0] * 3, [-1] * 3],
    "blur": (np.outer([1, 2, 1], [1, 2, 1]) / 16).tolist(),
    "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "identity": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
}


def board(page, name):
    """Read a board's numbers, as it tells them to a screen reader."""
    rows = page.get_by_role("grid", name=name, exact=True).evaluate(
        """grid => [...grid.children].map(row => [...row.children].map(
             cell => cell.ariaLabel.split(": ")[1]))"""
    )
    return np.array([[numbers_in(cell)[0] for cell in row] for row in rows])


def written_sum(page):
    """Work out anew what is written under the boards; give this and the sum written there."""
    terms = page.locator(".cv-sum__terms span").all_text_contents()
    pairs = [numbers_in(term) for term in terms]
    line = numbers_in(page.locator(".cv-sum > p:nth-of-type(2)").text_content())
    bias, result = line
    return sum(value * weight for value, weight in pairs) + bias, result


@pytest.mark.parametrize("kernel", KERNELS)
def test_the_output_is_what_scipy_gives(playing, kernel):
    page = playing("sliding-filter")
    choose(page, "Filter", kernel)
    image = board(page, "Input")

    for stride, padding in product((1, 2, 3), (0, 1, 2)):
        choose(page, "Stride", str(stride))
        choose(page, "Padding", str(padding))

        expected = correlate2d(np.pad(image, padding), KERNELS[kernel], mode="valid")
        assert np.allclose(board(page, "Output"), expected[::stride, ::stride], atol=5e-5)
    assert not page.wrongs


def test_own_weights_bias_and_relu_are_computed(playing):
    page = playing("sliding-filter")
    image = board(page, "Input")
    weights = np.array([[0.5, -1, 2], [0, 0.25, -0.5], [1, 1, -3]])
    for (row, column), weight in np.ndenumerate(weights):
        page.get_by_label(f"Weight in row {row + 1}, column {column + 1}").fill(str(weight))
    page.get_by_role("spinbutton", name="Bias").fill("-0.5")
    page.get_by_role("switch", name="ReLU").press("Space")

    expected = np.maximum(0, correlate2d(image, weights, mode="valid") - 0.5)
    assert np.allclose(board(page, "Output"), expected, atol=5e-5)
    assert page.get_by_role("group", name="Filter", exact=True).locator(":checked").count() == 0


def test_the_written_sum_follows_the_arrow_keys(playing):
    page = playing("sliding-filter")
    output = board(page, "Output")
    page.locator(".cv-board").last.locator("[tabindex='0']").focus()

    for key, place in (("ArrowRight", (0, 1)), ("ArrowDown", (1, 1)), ("ArrowRight", (1, 2))):
        page.keyboard.press(key)
        computed, told = written_sum(page)
        assert computed == told == output[place]


def test_a_click_goes_to_a_cell_and_says_so(playing):
    page = playing("sliding-filter")
    output = board(page, "Output")

    page.get_by_role("grid", name="Output").get_by_role("gridcell").nth(5 * 3 + 4).click()

    computed, told = written_sum(page)
    assert computed == told == output[3, 4]
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert "Row 4, column 5" in page.get_by_role("status").text_content()


def test_a_pixel_changes_by_click_and_by_key(playing):
    page = playing("sliding-filter")
    cell = page.get_by_role("grid", name="Input").get_by_role("gridcell").first

    cell.click()
    assert cell.text_content() == "0.5"
    cell.press("Enter")
    assert cell.text_content() == "1"
    assert board(page, "Output")[0, 0] == 0


def test_pixels_that_no_window_reaches_are_named(playing):
    page = playing("sliding-filter")
    choose(page, "Stride", "3")

    assert page.locator("[data-tone~=lost]").count() == 7 + 6
    assert numbers_in(page.locator(".cv-slide__lost").text_content()) == [1]


def test_it_plays_once_by_itself_and_stops(playing):
    page = playing("sliding-filter", motion="no-preference")
    page.wait_for_function("document.querySelectorAll('[data-tone~=blank]').length < 22")

    page.get_by_role("button", name="Stop").press("Enter")
    still = page.locator("[data-tone~=blank]").count()
    page.wait_for_timeout(900)

    assert page.locator("[data-tone~=blank]").count() == still > 0
    page.get_by_role("button", name="One cell on").press("Enter")
    assert page.locator("[data-tone~=blank]").count() == still - 1


def test_it_rests_where_little_movement_is_wanted(playing):
    page = playing("sliding-filter")
    page.wait_for_timeout(900)

    assert page.locator("[data-tone~=blank]").count() == 0
    assert "here" in page.get_by_role("grid", name="Output").locator(
        "[role=gridcell]"
    ).first.get_attribute("data-tone")


# ----- The output's size


def set_sizes(page, sizes):
    for name, size in zip(("Input W", "Kernel K", "Padding P", "Stride S"), sizes, strict=True):
        page.get_by_role("spinbutton", name=name).fill(str(size))


def result(page):
    return page.locator(".cv-size__formula strong").text_content()


@pytest.mark.parametrize(
    ("example", "size"),
    [("W 32, K 5, P 2", "32"), ("W 32, K 5, P 0", "28"), ("W 28, K 5, P 0", "24")],
)
def test_the_examples_have_their_sizes(playing, example, size):
    page = playing("output-size")
    choose(page, "Examples", example)

    assert result(page) == size


def test_sizes_and_unseen_pixels_are_those_of_all_windows(playing):
    page = playing("output-size")
    random = np.random.default_rng(1)
    for _ in range(25):
        size, kernel = int(random.integers(5, 40)), int(random.integers(1, 6))
        padding, stride = int(random.integers(0, 3)), int(random.integers(1, 7))
        set_sizes(page, (size, kernel, padding, stride))

        starts = range(0, size + 2 * padding - kernel + 1, stride)
        seen = {at + i - padding for at in starts for i in range(kernel)} & set(range(size))
        exact = Fraction(size - kernel + 2 * padding, stride) + 1
        case = (size, kernel, padding, stride)
        assert numbers_in(result(page)) == [round(float(exact), 2)], case
        assert page.locator("rect.cv-size__window").count() == len(starts), case
        assert page.locator("rect.cv-size__unseen").count() == size - len(seen), case
        told = page.locator(".cv-size__verdict").text_content()
        if exact.denominator > 1:
            assert {float(len(starts)), (size - kernel + 2 * padding) % stride} <= set(
                numbers_in(told)
            ), case
        if size > len(seen):
            assert size - len(seen) in numbers_in(told), case
    assert not page.wrongs


def test_a_kernel_that_does_not_fit_is_explained(playing):
    page = playing("output-size")
    set_sizes(page, (3, 9, 1, 1))

    assert result(page) == "no window fits"
    assert numbers_in(page.locator(".cv-size__verdict").text_content()) == [9, 5]


def test_buttons_and_arrow_keys_step(playing):
    page = playing("output-size")

    page.get_by_role("spinbutton", name="Padding P").press("ArrowDown")
    assert result(page) == "30"
    page.get_by_role("button", name="Padding P: less").click()
    assert result(page) == "28"


def test_one_window_can_be_followed_by_keyboard(playing):
    page = playing("output-size")
    for _ in range(3):
        page.get_by_role("slider").press("ArrowRight")

    lit = page.locator("rect.cv-size__lit").count()

    assert lit == 5
    assert numbers_in(page.get_by_role("slider").get_attribute("aria-valuetext")) == [4, 2, 6]


# ----- What one pixel sees


@pytest.mark.parametrize("pooling", [False, True], ids=["plain", "pooled"])
@pytest.mark.parametrize(("kernel", "stride"), list(product((3, 5), (1, 2))))
def test_the_field_grows_as_its_formula_says(playing, kernel, stride, pooling):
    page = playing("receptive-field")
    choose(page, "Kernel", f"{kernel}×{kernel}")
    choose(page, "Stride", str(stride))
    if pooling:
        page.get_by_role("switch").check()

    layers = [(kernel, stride), *([(2, 2)] if pooling else [])] * 3
    layers = layers[: 5 if pooling else 3]
    field, jump = 1, 1
    for size, step in layers:
        field, jump = field + (size - 1) * jump, jump * step
    last = page.locator(".cv-tower__legend li").last.locator("strong")
    assert last.text_content() == f"{field}×{field}"
    assert page.locator(".cv-tower__legend li").count() == len(layers) + 1


def test_arrow_keys_and_the_mouse_move_the_pixel(playing):
    page = playing("receptive-field")
    plane = page.get_by_role("application")
    lit = ".cv-tower__seen"
    before = page.locator(lit).last.get_attribute("points")

    plane.press("ArrowLeft")
    after = page.locator(lit).last.get_attribute("points")
    plane.hover(position={"x": 120, "y": 60})
    hovered = page.locator(lit).last.get_attribute("points")

    assert len({before, after, hovered}) == 3


def test_at_the_corner_part_of_the_field_is_outside(playing):
    page = playing("receptive-field")
    for key in ("ArrowLeft", "ArrowUp"):
        for _ in range(24):
            page.get_by_role("application").press(key)

    entry = page.locator(".cv-tower__legend li").last.text_content()

    assert entry.endswith("sees 7×7 4×4 of it inside")
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert "Row 1, column 1" in page.get_by_role("status").text_content()


# ----- The digit that moves


def test_the_answers_are_those_of_the_numbers(playing):
    page = playing("shift-slider")
    slider = page.get_by_role("slider")
    slider.press("Home")
    for i in range(len(AMOUNTS)):
        for name in ("lenet5", "mlp"):
            chances = DIGITS[0]["networks"][name][i]
            answer = int(np.argmax(chances))
            head = page.locator(f".cv-shift__head--{name}").text_content()
            assert numbers_in(head) == [answer, np.floor(100 * max(chances) + 0.5)]
            assert ("✓" in head) == (answer == DIGITS[0]["label"])
            bars = page.locator(f".cv-shift__bar--{name}").evaluate_all(
                "all => all.map(bar => Number(bar.style.getPropertyValue('--chance')))"
            )
            assert bars == chances
        slider.press("ArrowRight")
    assert not page.wrongs


def test_the_picture_moves_with_the_slider(playing):
    page = playing("shift-slider")
    darkest = """canvas => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, 28, 28);
      const columns = Array.from({ length: 28 }, (_, x) => data[(10 * 28 + x) * 4] < 225);
      return columns.flatMap((dark, x) => dark ? [x] : []);
    }"""
    canvas = page.locator(".cv-shift__image")
    assert canvas.evaluate(darkest) == [13, 14, 15]

    for _ in range(3):
        page.get_by_role("slider").press("ArrowLeft")

    assert canvas.evaluate(darkest) == [10, 11, 12]
    assert page.get_by_role("slider").get_attribute("aria-valuetext") == "3 pixels to the left"


def test_another_digit_can_be_chosen_and_is_announced(playing):
    page = playing("shift-slider")
    page.get_by_label("Digit 3 (1 of 2)").focus()
    page.keyboard.press("ArrowRight")

    answers = [int(np.argmax(DIGITS[1]["networks"][name][8])) for name in ("lenet5", "mlp")]
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    told = numbers_in(page.get_by_role("status").text_content())
    assert [told[0], told[2]] == answers


def test_the_picture_follows_the_theme(playing):
    page = playing("shift-slider")
    corner = "canvas => canvas.getContext('2d').getImageData(0, 0, 1, 1).data[0]"
    light = page.locator(".cv-shift__image").evaluate(corner)

    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.wait_for_function(f"({corner})(document.querySelector('.cv-shift__image')) < 100")

    assert light > 200


# ----- The chart


def card(page):
    return page.locator(".cv-chart__card strong").text_content()


def test_arrow_keys_walk_through_the_networks(playing):
    page = playing("accuracy-chart")
    chart = page.get_by_role("listbox")
    names = [network[0] for network in sorted(NETWORKS, key=lambda network: network[1])]
    chart.press("Home")
    walked = [card(page)]
    for _ in names[1:]:
        chart.press("ArrowRight")
        walked.append(card(page))
    assert walked == names

    best = sorted(NETWORKS, key=lambda network: network[3])
    for one, other in pairwise(reversed(best)):
        if card(page) == one[0]:
            chart.press("ArrowDown")
            assert card(page) == other[0]


def test_the_mouse_finds_the_nearest_network_and_its_numbers(playing):
    page = playing("accuracy-chart")
    circle = page.get_by_role("option", name=re.compile("^AlexNet"))
    box = circle.bounding_box()

    page.mouse.move(box["x"] - 8, box["y"] - 8)

    assert card(page) == "AlexNet"
    told = page.locator(".cv-chart__card dd").all_text_contents()
    assert told == ["56.5%", "0.71", "61"]
    assert circle.get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_names_overlap(playing, width):
    page = playing("accuracy-chart", width=width)
    boxes = page.eval_on_selector_all(
        ".cv-chart__name",
        """all => all.map(text => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return [left, right, top, bottom];
        })""",
    )

    assert len(boxes) >= (6 if width == PHONE else 10)
    for a, b in combinations(boxes, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]


# ----- The quiz


@pytest.fixture
def quiz(tab, address):
    page = tab()
    page.goto(f"{address}quiz.en.html")
    page.locator(".cv-quiz input").first.wait_for()
    return page


def verdict(page):
    page.wait_for_function("document.querySelector('.cv-quiz__verdict').textContent")
    return page.get_by_role("status").text_content()


def test_a_wrong_answer_is_announced_and_explains_nothing_yet(quiz):
    quiz.get_by_label("13").check()

    assert verdict(quiz) == "Not this one."
    assert quiz.locator(".cv-quiz details").get_attribute("open") is None
    sign = "getComputedStyle(document.querySelector('label[data-cv-state]'), '::after').content"
    assert "✗" in quiz.evaluate(sign)


def test_a_second_wrong_answer_is_announced_anew(quiz):
    quiz.get_by_label("13").check()
    verdict(quiz)
    quiz.evaluate(
        """() => {
          window.said = [];
          const output = document.querySelector('.cv-quiz__verdict');
          new MutationObserver(() => window.said.push(output.textContent))
            .observe(output, { childList: true });
        }"""
    )

    quiz.get_by_label("48").check()
    quiz.wait_for_function("window.said.length === 2")

    assert quiz.evaluate("window.said") == ["", "Not this one."]


def test_the_right_answer_explains_itself(quiz):
    quiz.get_by_label("42").check()

    assert verdict(quiz) == "Right."
    assert quiz.get_by_text("Since 6 × 7").is_visible()


def test_wandering_through_the_options_gives_nothing_away(quiz):
    quiz.get_by_label("13").focus()
    quiz.keyboard.press("ArrowDown")
    quiz.wait_for_timeout(200)
    assert quiz.locator("label[data-cv-state]").count() == 0

    quiz.keyboard.press("Space")

    assert verdict(quiz) == "Right."


def test_the_explanation_can_be_opened_at_any_time(quiz):
    quiz.locator(".cv-quiz summary").press("Enter")

    assert quiz.get_by_text("Since 6 × 7").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("answer", ["13", "42"], ids=["wrong", "right"])
def test_axe_finds_nothing_in_an_answered_quiz(tab, address, theme, answer):
    page = tab(theme, PHONE)
    page.goto(f"{address}quiz.pt.html")
    page.get_by_label(answer).check()
    page.wait_for_function("document.querySelector('.cv-quiz__verdict').textContent")
    page.add_script_tag(path=AXE)

    assert not page.evaluate("axe.run().then(done => done.violations.map(one => one.help))")
