"""Results of lesson 2: convolution."""

from cnnviz.lessons.shared.trainings import digits
from cnnviz.pipeline.step import Step
from cnnviz.profile import Profile

# The picture, filter and bias that the widget `sliding-filter` begins with.
PICTURE = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0],
    [0.0, 0.0, 0.0, 0.0, 0.5, 1.0, 0.0],
    [0.0, 0.0, 0.0, 0.5, 1.0, 0.5, 0.0],
    [0.0, 0.0, 0.0, 1.0, 0.5, 0.0, 0.0],
    [0.0, 0.0, 0.5, 1.0, 0.0, 0.0, 0.0],
    [0.0, 0.0, 1.0, 0.5, 0.0, 0.0, 0.0],
]
KERNEL = [[1.0, 0.0, -1.0]] * 3
BIAS = 0.0
# The example of the source: its picture, its kernel, and what it got.
SOURCE_PICTURE = [[1.1, 1.2, 1.3], [2.1, 2.2, 2.3], [3.1, 3.2, 3.3]]
SOURCE_KERNEL = [
    [0.11893535, -0.12021737, 0.2583796],
    [-0.22761738, -0.13269596, -0.02961969],
    [0.17413345, -0.3224947, -0.02875605],
]
SOURCE = {"correlation": -1.1026558, "convolution": -0.2611365}
LAYERS = [[1, 8, 5], [3, 8, 5], [8, 16, 5]]
# The sources' three sizes, and two that give no whole number.
SIZES = [(32, 5, 1, 2), (32, 5, 1, 0), (28, 5, 1, 0), (32, 5, 2, 0), (10, 4, 4, 0)]
PLACES = [(8, 3, 1, 0), (8, 3, 1, 1), (9, 3, 2, 0), (8, 3, 2, 0)]
SHOWN = [0, 1, 4, 7]


def sliding_product(profile: Profile) -> Step:
    """Give the products, sums and outputs of a small kernel on a small picture."""
    arguments = {"picture": PICTURE, "kernel": KERNEL, "bias": BIAS}
    return Step("cnnviz.lessons.convolution.experiments:sliding", arguments)


def source_numbers(profile: Profile) -> Step:
    """Give the source's example by cross-correlation and by convolution, beside its numbers."""
    arguments = {"picture": SOURCE_PICTURE, "kernel": SOURCE_KERNEL, "source": SOURCE}
    return Step("cnnviz.lessons.convolution.experiments:two_ways", arguments)


def loop_order(profile: Profile) -> Step:
    """Give the order in which a kernel, read in order, meets the pixels under it."""
    return Step("cnnviz.lessons.convolution.experiments:loop_orders", {"side": 3})


def associativity(profile: Profile, *, draws: int = 20) -> Step:
    """Give how far the two orders of two convolutions, and of two correlations, lie apart."""
    arguments = {"size": 8, "kernel": 3, "repeats": draws}
    return Step("cnnviz.lessons.convolution.experiments:associativity", arguments)


def convolution_matrix(profile: Profile) -> Step:
    """Give a small convolution as the matrix of a dense layer."""
    return Step("cnnviz.lessons.convolution.experiments:as_matrix", {"size": 5, "kernel": 3})


def connections(profile: Profile) -> Step:
    """Count connections and weights of one map: dense, local, and shared."""
    return Step("cnnviz.lessons.convolution.experiments:connections", {"size": 28, "kernel": 5})


def layer_shapes(profile: Profile) -> Step:
    """Give the shapes of the weights and biases of some convolutional layers."""
    return Step("cnnviz.lessons.convolution.experiments:layers", {"shapes": LAYERS})


def output_sizes(profile: Profile) -> Step:
    """Give the worked examples of the output size, by formula and by PyTorch."""
    return Step(
        "cnnviz.lessons.convolution.windows:output_sizes", {"cases": [_case(*of) for of in SIZES]}
    )


def tried_sizes(profile: Profile) -> Step:
    """Try the formula of the output size on thousands of cases."""
    largest = {"size": 32, "kernel": 7, "stride": 4, "padding": 3}
    return Step("cnnviz.lessons.convolution.windows:tried_sizes", {"largest": largest})


def kernel_places(profile: Profile) -> Step:
    """Give the places of a kernel along a line, for some strides and paddings."""
    return Step(
        "cnnviz.lessons.convolution.windows:places", {"cases": [_case(*of) for of in PLACES]}
    )


def field_of_one_unit(profile: Profile) -> Step:
    """Give what one unit sees through one, two and three convolutions."""
    arguments = {"size": 11, "kernel": 3, "layers": 3}
    return Step("cnnviz.lessons.convolution.windows:field_of_one_unit", arguments)


def edges_two_tone(profile: Profile) -> Step:
    """Give what hand-made edge detectors make of a picture in two tones."""
    arguments = {"height": 10, "width": 11, "dark": 6}
    return Step("cnnviz.lessons.convolution.edges:of_two_tones", arguments)


def edges_digits(profile: Profile) -> Step:
    """Give what hand-made edge detectors make of real digits."""
    arguments = {"data": digits(profile), "digits": SHOWN}
    return Step("cnnviz.lessons.convolution.edges:of_digits", arguments)


def _case(size: int, kernel: int, stride: int, padding: int) -> dict[str, int]:
    return {"size": size, "kernel": kernel, "stride": stride, "padding": padding}
