"""`make bench`: the lab in a headless Chromium: what it fetches, when it answers, and how fast.

The site must be built: `make site` first. Bytes are counted as a server without compression for
weights and with gzip for all else would send them.
"""

import gzip
import os
import statistics
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET, Silent
from tests.builds import ROOT

ROUNDS = 7
GOALS = {"bytes": 1_000_000, "first": 1000, "stroke": 30}
LATER = ("remapped.", "digits.")  # what the page asks for once it has answered
FIRST = "performance.getEntriesByName('cv-lab-ready')[0]?.startTime"
PASS = """async () => {
  const runtime = await import(new URL("../assets/lab/runtime.js", location));
  const weights = await import(new URL("../assets/lab/weights.js", location));
  const named = (one) => one.name.includes("/networks.");
  const [{ name }] = performance.getEntriesByType("resource").filter(named);
  const layers = runtime.network(await weights.fetched(name), "lenet5");
  const image = new Float32Array(784).map(() => Math.random());
  const many = (count) => { for (let i = 0; i < count; i += 1) runtime.passed(layers, image); };
  many(50);
  const begin = performance.now();
  many(200);
  return (performance.now() - begin) / 200;
}"""


def main() -> None:
    """Print the figures of each round, their medians and the goals."""
    site = Path(os.environ.get("CNNVIZ_SITE", ROOT / "site"))
    if CHROMIUM is None or not (site / "lab" / "index.html").is_file():
        print("the lab is not measured: it needs Chromium, and the site that `make site` makes")
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/lab/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        rounds = [visit(browser, address, site) for _ in range(ROUNDS)]
        browser.close()
    server.shutdown()
    server.server_close()
    print(f"the lab, {ROUNDS} visits: median, all visits")
    tell("bytes before the first answer", [one["bytes"] for one in rounds], "B", GOALS["bytes"])
    tell("first answer", [one["first"] for one in rounds], "ms", GOALS["first"])
    tell("of which the page computes", [one["busy"] for one in rounds], "ms")
    tell("one stroke, all of it", [one["stroke"] for one in rounds], "ms", GOALS["stroke"])
    tell("of which a pass through LeNet-5", [one["pass"] for one in rounds], "ms")


def visit(browser: Browser, address: str, site: Path) -> dict[str, float]:
    """Open the lab with nothing cached, and draw a stroke."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    tools = page.context.new_cdp_session(page)
    # The thread's own time: that of other programs on the machine does not count.
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address, wait_until="commit")
    page.wait_for_selector("[data-cv-lab][data-cv-state=ready]")
    metrics = tools.send("Performance.getMetrics")["metrics"]
    before = [path for path in dict.fromkeys(fetched) if not path.split("/")[-1].startswith(LATER)]
    found = {
        "bytes": sum(sent(site / path.lstrip("/")) for path in before),
        "first": page.evaluate(FIRST),
        "busy": 1000 * next(one["value"] for one in metrics if one["name"] == "TaskDuration"),
        "stroke": stroke(page),
        "pass": page.evaluate(PASS),
    }
    page.close()
    return found


def sent(file: Path) -> int:
    """Give the bytes that a server sends for a file."""
    data = (file / "index.html" if file.is_dir() else file).read_bytes()
    packed = file.suffix in (".safetensors", ".woff2", ".webp", ".png")
    return len(data) if packed else len(gzip.compress(data, 6))


def stroke(page: Page) -> float:
    """Draw a seven, and give the median of its frames' milliseconds."""
    page.locator(".cv-lab__tools button").nth(1).click()
    box = page.locator(".cv-lab__pad").bounding_box()
    assert box is not None
    places = [(0.25 + 0.5 * i / 20, 0.25) for i in range(20)]
    places += [(0.75 - 0.35 * i / 20, 0.25 + 0.6 * i / 20) for i in range(20)]
    frames = []
    for i, (x, y) in enumerate(places):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        if i == 0:
            page.mouse.down()
        page.wait_for_timeout(20)
        frames.append(float(page.locator("[data-cv-lab]").get_attribute("data-cv-ms") or 0))
    page.mouse.up()
    return statistics.median(frames)


def tell(name: str, values: list[float], unit: str, goal: float | None = None) -> None:
    """Print a line: the median, whether it reaches its goal, and every visit."""
    median = statistics.median(values)
    aim = "" if goal is None else f"goal {goal:g} {unit}: {'yes' if median <= goal else 'NO'}"
    rounds = " ".join(f"{value:.4g}" for value in values)
    print(f"{name:<34} {median:10.4g} {unit:<3} {aim:<22} ({rounds})")


if __name__ == "__main__":
    sys.exit(main())
