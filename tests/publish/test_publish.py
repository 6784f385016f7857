"""What is made of a finished site: clear words where something lacks."""

from cnnviz.publish.pdf import lessons, main


def test_without_chromium_nothing_is_printed_and_the_cure_is_told(tmp_path, monkeypatch, capsys):
    page = tmp_path / "en" / "lessons" / "tiny" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<h1>Tiny</h1>")
    monkeypatch.setenv("CHROMIUM", "no-such-browser")

    status = main(str(tmp_path), str(tmp_path / "pdf"))

    assert status == 1
    told = capsys.readouterr().err
    assert "no-such-browser" in told
    assert "apt install chromium" in told


def test_without_a_site_nothing_is_printed_and_the_cure_is_told(tmp_path, capsys):
    status = main(str(tmp_path), str(tmp_path / "pdf"))

    assert status == 1
    assert "run make site first" in capsys.readouterr().err


def test_a_lesson_is_printed_once_a_language(tmp_path):
    for folder in ("", "es/", "en/"):
        page = tmp_path / folder / "lessons" / "tiny" / "index.html"
        page.parent.mkdir(parents=True)
        page.touch()

    assert lessons(tmp_path) == {
        "tiny.pt.pdf": "lessons/tiny/",
        "tiny.es.pdf": "es/lessons/tiny/",
        "tiny.en.pdf": "en/lessons/tiny/",
    }
