"""How much of a digit one unit of each layer of LeNet-5 sees."""

from matplotlib.patches import Rectangle

from cnnviz.drawing.labels import say
from cnnviz.drawing.pixels import tile
from cnnviz.drawing.style import WIDTH, Canvas, Palette, Words, canvas, sheet
from cnnviz.lessons.architectures.results import Fields

SIDE, NAME = 132, 34  # px: a picture, and a line of text below


def draw(lenet5_fields: Fields, words: Words, paint: Palette) -> Canvas:
    """Draw the digit once for each layer, and on it the square that a unit near its middle sees."""
    image, layers = lenet5_fields["image"], lenet5_fields["layers"]
    pixel = SIDE / len(image)
    step = (WIDTH - SIDE) / (len(layers) - 1)
    figure = canvas(height=SIDE + 2 * NAME)
    page = sheet(figure)
    for left, layer in ((place * step, layer) for place, layer in enumerate(layers)):
        tile(page, image, left, 0, SIDE, paint)
        size = layer["field"]
        corner = (len(image) - size) // 2 * pixel
        for colour, line in ((paint.page, 5.5), (paint.cnn, 3)):
            square = (left + corner, corner), size * pixel, size * pixel
            page.add_patch(Rectangle(*square, fill=False, ec=colour, lw=line))
        say(page, left + SIDE / 2, SIDE + 18, layer["name"], ha="center", weight="bold")
        say(page, left + SIDE / 2, SIDE + 42, f"{size}×{size} px", paint.muted, ha="center")
    return figure
