"""Somebody to whom a page's text has come, but none of its letters and scripts yet."""

import re

from tests.weighing import WATCH

SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
LATE = re.compile(r"\.(woff2|js|json)$|/widgets/")
PAINTED = "performance.getEntriesByName('first-contentful-paint').length && document.readyState"


class Reader:
    """A tab whose fonts and scripts are held back until the reader `gets_the_rest`."""

    def __init__(self, chromium, size):
        width, height = SIZES[size]
        self.page = chromium.new_context(viewport={"width": width, "height": height}).new_page()
        self.page.add_init_script(WATCH)
        self.held = []
        self.waits = True

    def opens(self, address):
        """Open a page, see all of its text, and give the tab."""
        self.page.route(LATE, self.hold)
        self.page.goto(address, wait_until="commit")
        self.page.wait_for_function(PAINTED)
        self.page.wait_for_selector(".md-footer", state="attached")
        return self.page

    def hold(self, route):
        if self.waits:
            self.held.append(route)
        else:
            route.continue_()

    def gets_the_rest(self):
        """Let everything come, and wait until it is there."""
        assert {"woff2", "js"} <= {one.request.url.rpartition(".")[2] for one in self.held}
        self.waits = False
        for route in self.held:
            route.continue_()
        self.page.wait_for_load_state("load")
        self.page.wait_for_function(
            "!document.querySelector('[data-cv-widget]:not([data-cv-state])')"
        )
        self.page.evaluate("document.documentElement.classList.add('cv-code-near')")
        self.page.evaluate("document.body.offsetHeight, document.fonts.ready.then(() => true)")
