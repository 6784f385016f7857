"""One image of noise, and the ten probabilities that each network gives it."""

from cnnviz.drawing.digit_bars import digit_bars
from cnnviz.drawing.labels import heading, say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, panel, sheet
from cnnviz.lessons.noise.results import OneImage

IMAGE = 160
HEAD, CHART = 36, 250


def draw(noise_answer: OneImage, words: Words, paint: Palette) -> Canvas:
    """Draw the image, and a bar for each digit and network; the answers stand out."""
    answers = noise_answer["answers"]
    width = (WIDTH - IMAGE) / len(answers)
    figure = canvas(height=HEAD + CHART + 4)
    page = sheet(figure)
    say(page, 0, 12, words["shown"], paint.muted)
    tile(page, noise_answer["image"], 0, HEAD, IMAGE, paint)
    for column, (network, answer) in enumerate(answers.items()):
        left = IMAGE + column * width + 58
        heading(page, left, 12, network, words, paint)
        axes = panel(figure, left, HEAD, width - 58, CHART)
        digit_bars(axes, answer["probabilities"], 0.5, paint.network(network), words, paint)
    return figure
