"""What pages tell those who share or index them."""

import json
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.course import LESSONS, PAGES

SITE = "https://cnnviz.github.io/cnnviz/"
LANGUAGES = {"pt": "", "es": "es/", "en": "en/"}


@pytest.fixture(scope="module")
def heads(built):
    """The head of every page by its path."""
    paths = [folder + name for folder in LANGUAGES.values() for name in PAGES]
    texts = {path: (built.site / path / "index.html").read_text() for path in paths}
    return {
        path: BeautifulSoup(text[: text.index("<body")], "html.parser").head
        for path, text in texts.items()
    }


def tag(head, name):
    found = head.find("meta", property=name) or head.find("meta", attrs={"name": name})
    return found and found["content"]


def data(head):
    return json.loads(head.find("script", type="application/ld+json").string)


def test_every_page_has_a_title_and_a_description_of_its_own(heads):
    titles = [head.title.string for head in heads.values()]
    descriptions = [tag(head, "description") for head in heads.values()]

    assert len(set(titles)) == len(titles)
    assert all(descriptions)
    assert len(set(descriptions)) == len(descriptions)


def test_every_page_names_its_address_and_its_translations(heads):
    for path, head in heads.items():
        links = head.find_all("link", hreflang=True)

        assert head.find("link", rel="canonical")["href"] == SITE + path
        assert tag(head, "og:url") == SITE + path
        assert {link["hreflang"] for link in links} == {"pt-BR", "es", "en", "x-default"}
        for link in links:
            assert link["href"].removeprefix(SITE) in heads


def test_every_page_has_a_picture_to_be_shared_with(heads, built):
    for path, head in heads.items():
        picture = tag(head, "og:image").removeprefix(SITE)
        size = Image.open(BytesIO((built.site / picture).read_bytes())).size

        assert size == (1200, 630), path
        assert tag(head, "twitter:card") == "summary_large_image"


def test_lessons_have_a_picture_each_in_each_language(heads):
    pictures = {tag(heads[f"{folder}lessons/{name}/"], "og:image")
                for folder in LANGUAGES.values() for name in LESSONS}  # fmt: skip

    assert len(pictures) == 3 * len(LESSONS)


def test_the_first_page_describes_the_course_with_all_its_lessons(heads):
    for folder in LANGUAGES.values():
        course = data(heads[folder])

        assert course["@type"] == "Course"
        assert course["isAccessibleForFree"]
        assert course["license"].startswith("https://creativecommons.org/licenses/by/4.0")
        assert course["provider"]["name"] == course["name"]
        assert [part["url"] for part in course["hasPart"]] == [
            f"{SITE}{folder}lessons/{name}/" for name in LESSONS
        ]


def test_each_lesson_is_part_of_the_course_in_its_language(heads):
    for code, folder in LANGUAGES.items():
        home = data(heads[folder])
        for number, name in enumerate(LESSONS, 1):
            lesson = data(heads[f"{folder}lessons/{name}/"])

            assert lesson["@type"] == "LearningResource"
            assert lesson["position"] == number
            assert lesson["inLanguage"].startswith(code)
            assert lesson["isPartOf"]["@id"] == home["@id"]
