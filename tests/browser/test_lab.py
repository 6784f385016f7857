"""The lab, by mouse, finger and keyboard, against what PyTorch and cnnviz say."""

import re
import threading
import time
from functools import partial
from http.server import ThreadingHTTPServer

import numpy as np
import pytest
import torch
from playwright.sync_api import expect
from safetensors.numpy import load

from cnnviz.lessons.lab.experiments import entropy
from cnnviz.methods.feature_maps import feature_maps
from cnnviz.methods.grad_cam import grad_cam
from cnnviz.methods.shifts import scaled, shifted, turned
from cnnviz.training import probabilities
from tests.browser.conftest import Silent, too_small
from tests.browser.laboratory import FILES, NAMES, Laboratory
from tests.browser.test_walk import AXE, DESKTOP, PHONE, SHIFT

pytestmark = pytest.mark.browser

THREE = [
    (0.3, 0.25),
    (0.5, 0.15),
    (0.7, 0.28),
    (0.5, 0.45),
    (0.72, 0.65),
    (0.5, 0.85),
    (0.28, 0.75),
]
# What every script below begins with.
MODULES = """
  const here = (name) => import(`${location.origin}/assets/lab/${name}.js`);
  const [weights, runtime, gradients, picture, random, state] = await Promise.all(
    ["weights", "runtime", "gradients", "picture", "random", "state"].map(here));
"""


@pytest.fixture(scope="module")
def laboratory():
    return Laboratory()


@pytest.fixture(scope="module")
def address(laboratory, tmp_path_factory):
    """Where the lab is served."""
    folder = tmp_path_factory.mktemp("lab")
    laboratory.serve(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def working(tab, address):
    """Open the lab, and wait until it runs."""

    def opened(language="en", theme="light", width=DESKTOP, state="", **options):
        page = tab(theme, width, reduced_motion="reduce", **options)
        page.goto(f"{address}lab.{language}.html{state}")
        page.wait_for_selector("[data-cv-lab][data-cv-state=ready]")
        return page

    return opened


def computed(page, body, argument=None):
    return page.evaluate(f"async (given) => {{ {MODULES} {body} }}", argument)


def told(page):
    """Give what the heads of both networks say."""
    return [head.inner_text() for head in page.locator(".cv-lab__head").all()]


def draw(page, places):
    page.locator(".cv-lab__pad").scroll_into_view_if_needed()
    box = page.locator(".cv-lab__pad").bounding_box()
    dots = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in places]
    page.mouse.move(*dots[0])
    page.mouse.down()
    for dot in dots[1:]:
        page.mouse.move(*dot, steps=5)
    page.mouse.up()
    rest(page)


def rest(page):
    """Wait by the page's own clock: for a frame, and for what is then put off (the address)."""
    page.evaluate("new Promise((rested) => requestAnimationFrame(() => setTimeout(rested, 300)))")


# ----- The same numbers as PyTorch


@pytest.mark.parametrize("remap", [False, True], ids=["original", "remapped"])
def test_probabilities_are_those_of_pytorch(working, laboratory, remap):
    page = working()

    ours = computed(
        page,
        """
        const file = await weights.fetched(given.file);
        return ["lenet5", "mlp"].map((name) => {
          const layers = runtime.network(file, name);
          return given.images.map((image) => {
            const record = runtime.passed(layers, Float32Array.from(image));
            const chances = runtime.softmax(record.scores);
            return [...chances, runtime.entropy(chances)];
          });
        });
        """,
        {
            "file": FILES["remapped" if remap else "networks"],
            "images": laboratory.seen(remap).flatten(1).tolist(),
        },
    )

    for name, rows in zip(NAMES, ours, strict=True):
        theirs = probabilities(laboratory.network(remap, name), laboratory.seen(remap))
        assert len(theirs) == 100
        np.testing.assert_allclose([row[:10] for row in rows], theirs, atol=1e-4)
        np.testing.assert_allclose(
            [row[10] for row in rows], [entropy(one) for one in theirs], atol=1e-3
        )


@pytest.mark.parametrize("remap", [False, True], ids=["original", "remapped"])
def test_heat_maps_are_those_of_grad_cam(working, laboratory, remap):
    page = working()
    classes = torch.arange(100) % 10

    ours = computed(
        page,
        """
        const file = await weights.fetched(given.file);
        const layers = runtime.network(file, "lenet5");
        return given.images.map((image, i) => {
          const record = runtime.passed(layers, Float32Array.from(image));
          return Array.from(gradients.gradCam(layers, record, i % 10).values);
        });
        """,
        {
            "file": FILES["remapped" if remap else "networks"],
            "images": laboratory.seen(remap).flatten(1).tolist(),
        },
    )

    network = laboratory.network(remap, "lenet5")
    theirs = grad_cam(network, "relu2", laboratory.seen(remap), classes)
    np.testing.assert_allclose(ours, theirs.flatten(1), atol=1e-4)


@pytest.mark.parametrize(
    ("amounts", "way"),
    [
        ({"right": 4, "down": -3}, lambda image: shifted(image, right=4, down=-3)),
        ({"turn": 30}, lambda image: turned(image, 30)),
        ({"turn": -90}, lambda image: turned(image, -90)),
        ({"scale": 0.5}, lambda image: scaled(image, 0.5)),
        ({"scale": 1.4}, lambda image: scaled(image, 1.4)),
        ({}, lambda image: image),
    ],
    ids=["shift", "turn", "quarter turn", "shrink", "enlarge", "nothing"],
)
def test_digits_move_as_in_the_lessons(working, laboratory, amounts, way):
    page = working()
    image = laboratory.images[25:26]

    ours = computed(
        page,
        "return Array.from(picture.moved(Float32Array.from(given.image), given.amounts))",
        {
            "image": image.flatten().tolist(),
            "amounts": {"right": 0, "down": 0, "turn": 0, "scale": 1} | amounts,
        },
    )

    np.testing.assert_allclose(ours, way(image).flatten(), atol=1e-4)


def test_the_remap_is_that_of_the_build(working, laboratory, address):
    page = working(state="#t=33&m=1")
    page.wait_for_selector("[data-source=remapped]")

    ours = computed(
        page,
        """
        const { tensors } = await weights.fetched(given.file);
        return Array.from(picture.remapped(Float32Array.from(given.image), tensors.order.values));
        """,
        {"file": FILES["remapped"], "image": laboratory.images[33].flatten().tolist()},
    )

    np.testing.assert_allclose(ours, laboratory.seen(True)[33].flatten(), atol=1e-7)


def test_the_arithmetic_adds_up_to_the_value_in_the_map(working, laboratory):
    page = working(state="#t=25&u=conv2.6.3.5")
    maps = feature_maps(laboratory.network(False, "lenet5"), laboratory.images[25:26])

    for layer, shown, unit in (
        ("conv2", "relu2", (6, 3, 5)),
        ("conv1", "relu1", (6, 3, 5)),
        ("pool1", "pool1", (6, 3, 5)),
        ("pool2", "pool2", (6, 3, 4)),  # the map is smaller: the nearest column that it has
    ):
        page.locator(".cv-lab__arithmetic").get_by_label(layer, exact=True).check()
        rest(page)
        said = float(page.locator(".cv-lab__result").inner_text().replace("−", "-"))
        assert said == pytest.approx(maps[shown][0][unit].item(), abs=0.006), layer


# ----- Noise, and the way from strokes to 28×28


def test_noise_follows_its_seed_and_its_kind(working):
    page = working()

    kinds = computed(
        page,
        """
        const grey = new Float32Array(784).map((_, i) => i / 784);
        const made = (kind, seed) => Array.from(random.noisy(grey, { kind, share: 1, seed }));
        const thrice = (kind) => [1, 1, 2].map((seed) => made(kind, seed));
        return Object.keys(random.NOISES).map((kind) => [kind, ...thrice(kind)]);
        """,
    )

    for kind, one, again, other in kinds:
        assert one == again, kind
        assert one != other, kind
        assert min(one) >= 0, kind
        assert max(one) <= 1, kind
    noise = {kind: np.array(one) for kind, one, _, _ in kinds}
    assert noise["uniform"].std() == pytest.approx(1 / 12**0.5, abs=0.02)
    assert noise["normal"].mean() == pytest.approx(0.5, abs=0.04)
    assert noise["normal"].std() == pytest.approx(0.24, abs=0.03)
    assert set(noise["salt_and_pepper"]) == {0, 1}
    np.testing.assert_allclose(np.sort(noise["shuffled_digits"]), np.arange(784) / 784, atol=1e-6)


def test_a_drawing_is_centred_as_mnist_centred_its_digits(working):
    page = working()
    corner = [[[8, 8], [20, 10], [12, 40]]]  # small, and in a corner

    image = computed(
        page,
        """
        const drawn = picture.picture(state.started({ strokes: given }));
        return { image: Array.from(drawn.image), back: drawn.back([13.5, 13.5]) };
        """,
        corner,
    )

    ink = np.array(image["image"]).reshape(28, 28)
    rows, columns = np.nonzero(ink > 0.5)
    assert 18 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 21
    middle = [(ink.sum(axis) * np.arange(28)).sum() / ink.sum() for axis in (0, 1)]
    assert middle == pytest.approx([14, 14], abs=0.6)
    x, y = image["back"]  # the way back leads into the corner
    assert 1 < x < 6
    assert 1 < y < 11


# ----- A visit


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["pt", "es", "en"])
def test_a_drawn_three_is_answered_and_the_remap_changes_who_answers(working, language, width):
    page = working(language, width=width, has_touch=width == PHONE)
    before = told(page)

    page.locator(".cv-lab__tools button").nth(1).click()  # clear
    draw(page, THREE)
    drawn = told(page)
    inked = page.locator(".cv-lab__layer canvas").evaluate_all(
        """all => all.map(one => new Set(new Uint32Array(
             one.getContext("2d").getImageData(0, 0, one.width, one.height).data.buffer)).size)"""
    )
    page.locator(".cv-lab__switches input").first.check()
    page.wait_for_selector("[data-source=remapped]")
    rest(page)

    assert drawn != before
    assert len(inked) == 8 + 8 + 16 + 16 + 2
    assert np.median(inked) > 5  # shades: the maps are no blank paper
    assert told(page) != drawn
    content = page.locator(".cv-lab__stage").evaluate("stage => stage.outerHTML")
    assert "undefined" not in content
    assert "NaN" not in content
    assert not re.search(r"\{\w+\}", content)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_goes_on_without_a_connection(working):
    page = working()
    page.wait_for_function(
        "performance.getEntriesByType('resource').some(one => one.name.includes('remapped'))"
    )
    page.wait_for_load_state("networkidle")

    page.context.set_offline(True)
    page.locator(".cv-lab__tools button").nth(1).click()
    draw(page, THREE)
    drawn = told(page)
    page.get_by_label("Pixel remap").check()
    page.wait_for_selector("[data-source=remapped]")

    assert told(page) != drawn
    assert not page.wrongs


def test_a_switch_that_cannot_be_served_says_so_and_goes_back(tab, address):
    page = tab(reduced_motion="reduce")
    page.route("**/remapped.safetensors", lambda route: route.abort())
    page.goto(f"{address}lab.en.html")
    page.wait_for_selector("[data-cv-lab][data-cv-state=ready]")

    page.get_by_label("Pixel remap").click()
    page.wait_for_selector(".cv-lab__note:not(:empty)")

    expect(page.get_by_label("Pixel remap")).not_to_be_checked()
    expect(page.get_by_role("status").filter(has_text="could not")).to_be_visible()


def test_a_keyboard_is_enough(working):
    page = working(state="#d=")
    empty = told(page)

    page.locator(".cv-lab__pad").focus()
    page.keyboard.press("Space")
    for _ in range(14):
        page.keyboard.press("ArrowDown")
    rest(page)
    drawn, address = told(page), page.url
    page.keyboard.press("Backspace")
    rest(page)

    assert drawn != empty
    assert "d=D" in address  # one stroke of fifteen places
    assert told(page) == empty
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('section')?.className"))
    parts = {"settings", "cam", "arithmetic"}
    assert {f"cv-lab__{part}" for part in parts} <= reached


def test_undo_goes_back_through_everything(working):
    page = working()
    start = told(page)
    draw(page, THREE)
    page.get_by_role("button", name="Take a test digit: 4").click()
    page.wait_for_function("location.hash.includes('t=')")  # once the digits are there
    page.get_by_role("button", name="Clear").click()

    for _ in range(3):
        page.get_by_role("button", name="Undo").first.click()
    rest(page)

    assert told(page) == start


def test_who_draws_begins_on_an_empty_sheet(working):
    page = working()
    draw(page, THREE)
    over_the_seven = page.evaluate("location.hash")
    page.get_by_role("button", name="Clear").click()
    draw(page, THREE)

    assert over_the_seven == page.evaluate("location.hash")

    draw(page, THREE)

    assert page.evaluate("location.hash") != over_the_seven


def test_an_address_opens_the_same_drawing_and_settings(working):
    page = working(state="#d=")
    draw(page, THREE)
    page.get_by_label("Turn", exact=True).fill("20")
    page.get_by_label("Noise", exact=True).fill("30")
    page.get_by_label("salt and pepper").check()
    page.get_by_label("Centre as in MNIST").uncheck()
    page.get_by_label("Pixel remap").check()
    page.locator(".cv-lab__cam").get_by_label("8", exact=True).check()
    page.locator("[data-layer=conv1] canvas").nth(5).click()
    page.wait_for_selector("[data-source=remapped]")
    page.mouse.move(5, 5)
    rest(page)

    other = working(state=page.url[page.url.index("#") :])
    other.wait_for_selector("[data-source=remapped]")
    rest(other)

    assert other.url == page.url
    assert told(other) == told(page)
    shown = "document.querySelector('.cv-lab__heat').toDataURL()"
    assert other.evaluate(shown) == page.evaluate(shown)


@pytest.mark.parametrize(
    "hash", ["#d=%%%", "#t=999&x=1000&k=none&u=conv9.1", "#d=____&u=pool2.99.99.99", "#section"]
)
def test_a_damaged_address_opens_the_lab_all_the_same(working, hash):
    page = working(state=hash)

    assert told(page)
    assert not page.wrongs


def test_a_button_below_sets_the_scene(working):
    page = working()

    page.get_by_role("button", name="Try").click()

    page.wait_for_function("location.hash === '#x=4&t=20'")  # once the digits are there


def test_surprises_never_break(working):
    page = working()
    for _ in range(25):
        page.get_by_role("button", name="Surprise me").click()
    rest(page)

    assert not page.wrongs


def test_a_units_field_is_framed_in_the_drawing(working):
    page = working(state="#d=&u=conv1.0.10.20")

    frame = page.locator(".cv-lab__framed .cv-lab__mark").evaluate(
        "mark => ['left', 'top', 'width', 'height'].map(side => parseFloat(mark.style[side]))"
    )

    assert frame == pytest.approx([100 * n / 28 for n in (18, 8, 5, 5)], abs=0.01)


# ----- Soundness


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(working, theme, width):
    page = working("pt" if theme == "dark" else "es", theme, width, state="#t=70&m=1")
    page.wait_for_selector("[data-source=remapped]")
    page.add_script_tag(path=AXE)

    found = page.evaluate("axe.run().then(done => done.violations)")

    assert not [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
    assert not page.wrongs


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_shifts_when_the_lab_comes_late_or_is_drawn_in(tab, address, width):
    page = tab(width=width, reduced_motion="reduce")
    page.route("**/networks.safetensors", lambda route: (time.sleep(0.3), route.continue_()))
    page.goto(f"{address}lab.pt.html")
    page.wait_for_selector("[data-cv-lab][data-cv-state=ready]")
    draw(page, THREE)

    assert page.evaluate(SHIFT) < 0.02


def test_on_a_phone_drawing_and_answers_need_no_scrolling(working):
    page = working("pt", width=PHONE, has_touch=True, is_mobile=True)

    answers = page.locator(".cv-lab__bars").bounding_box()

    assert answers["y"] + answers["height"] <= 800


def test_what_is_touched_is_large_enough(working):
    page = working(width=PHONE, has_touch=True, is_mobile=True)

    assert not too_small(page, ".cv-lab__stage")


def test_without_javascript_the_still_picture_stands(tab, address):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}lab.en.html")

    assert page.locator(".cv-lab table").is_visible()
    assert not page.locator("[data-cv-try]").is_visible()


def test_where_the_networks_cannot_be_fetched_the_still_picture_stands(tab, address):
    page = tab()
    page.route("**/networks.safetensors", lambda route: route.abort())
    page.goto(f"{address}lab.en.html")
    page.wait_for_selector("[data-cv-lab][data-cv-state=failed]")

    assert page.locator(".cv-lab table").is_visible()


def test_files_are_read_as_others_read_them(working, address, laboratory):
    page = working()
    response = page.request.get(f"{address}{FILES['digits']}")

    ours = computed(
        page,
        "return Array.from((await weights.fetched(given)).tensors.images.values)",
        FILES["digits"],
    )

    np.testing.assert_array_equal(ours, load(response.body())["images"].flatten())
