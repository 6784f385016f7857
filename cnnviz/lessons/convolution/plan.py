"""Results of lesson 2: convolution."""

from cnnviz.lessons.shared.trainings import digits
from cnnviz.pipeline.step import Step, later
from cnnviz.profile import Profile

experiments = later("cnnviz.lessons.convolution.experiments")
windows = later("cnnviz.lessons.convolution.windows")
edges = later("cnnviz.lessons.convolution.edges")

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
# The example of the source: its picture, its kernel, and what it got.
SOURCE_PICTURE = [[1.1, 1.2, 1.3], [2.1, 2.2, 2.3], [3.1, 3.2, 3.3]]
SOURCE_KERNEL = [
    [0.11893535, -0.12021737, 0.2583796],
    [-0.22761738, -0.13269596, -0.02961969],
    [0.17413345, -0.3224947, -0.02875605],
]
SOURCE = {"correlation": -1.1026558, "convolution": -0.2611365}
# The sources' three sizes, and two that give no whole number: size, kernel, stride, padding.
SIZES = [(32, 5, 1, 2), (32, 5, 1, 0), (28, 5, 1, 0), (32, 5, 2, 0), (10, 4, 4, 0)]
PLACES = [(8, 3, 1, 0), (8, 3, 1, 1), (9, 3, 2, 0), (8, 3, 2, 0)]


def sliding_product(profile: Profile) -> Step:
    """Give the products, sums and outputs of a small kernel on a small picture."""
    return experiments.sliding_product(picture=PICTURE, kernel=KERNEL, bias=0.0)


def source_numbers(profile: Profile) -> Step:
    """Give the source's example by cross-correlation and by convolution, beside its numbers."""
    return experiments.source_numbers(picture=SOURCE_PICTURE, kernel=SOURCE_KERNEL, source=SOURCE)


def loop_order(profile: Profile) -> Step:
    """Give the order in which a kernel, read in order, meets the pixels under it."""
    return experiments.loop_order(side=3)


def associativity(profile: Profile, *, draws: int = 20) -> Step:
    """Give how far the two orders of two convolutions, and of two correlations, lie apart."""
    return experiments.associativity(size=8, kernel=3, repeats=draws)


def convolution_matrix(profile: Profile) -> Step:
    """Give a small convolution as the matrix of a dense layer."""
    return experiments.convolution_matrix(size=5, kernel=3)


def connections(profile: Profile) -> Step:
    """Count connections and weights of one map: dense, local, and shared."""
    return experiments.connections(size=28, kernel=5)


def layer_shapes(profile: Profile) -> Step:
    """Give the shapes of weights and biases by channels, filters and kernel size."""
    return experiments.layer_shapes(shapes=[[1, 8, 5], [3, 8, 5], [8, 16, 5]])


def output_sizes(profile: Profile) -> Step:
    """Give the worked examples of the output size, by formula and by PyTorch."""
    return windows.output_sizes(cases=_named(SIZES))


def tried_sizes(profile: Profile) -> Step:
    """Try the formula of the output size on thousands of cases."""
    (largest,) = _named([(32, 7, 4, 3)])
    return windows.tried_sizes(largest=largest)


def kernel_places(profile: Profile) -> Step:
    """Give the places of a kernel along a line, for some strides and paddings."""
    return windows.kernel_places(cases=_named(PLACES))


def field_of_one_unit(profile: Profile) -> Step:
    """Give what one unit sees through one, two and three convolutions."""
    return windows.field_of_one_unit(size=11, kernel=3, layers=3)


def edges_two_tone(profile: Profile) -> Step:
    """Give what hand-made edge detectors make of a picture in two tones."""
    return edges.edges_two_tone(height=10, width=11, dark=6)


def edges_digits(profile: Profile) -> Step:
    """Give what hand-made edge detectors make of real digits."""
    return edges.edges_digits(data=digits(profile), digits=[0, 1, 4, 7])


def _named(cases: list[tuple[int, int, int, int]]) -> list[dict[str, int]]:
    names = ("size", "kernel", "stride", "padding")
    return [dict(zip(names, case, strict=True)) for case in cases]
