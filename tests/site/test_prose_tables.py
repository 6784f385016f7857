"""Tables in prose have a room in which they scroll, before any script has come."""

import re

import pytest

from tests.course import LESSONS

ROOM = re.compile(r'<div [^>]*class="(cv-scroll[^"]*)"[^>]*>\s*<table>')


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_table_has_one_room(built, lesson):
    page = (built.site / "lessons" / lesson / "index.html").read_text(encoding="utf-8")

    rooms = ROOM.findall(page)

    assert len(rooms) == page.count("<table>")


def test_measured_tables_keep_the_room_that_bears_their_name(built):
    page = (built.site / "lessons" / "deepdream" / "index.html").read_text(encoding="utf-8")

    assert sorted(ROOM.findall(page)) == ["cv-scroll", "cv-scroll cv-words"]
