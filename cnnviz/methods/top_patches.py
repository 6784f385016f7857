"""Top patches: the pieces of real images that excite each channel of a layer most."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from cnnviz.inspection import inspecting, ready
from cnnviz.methods.receptive_field import receptive_boxes, units
from cnnviz.recording import output_of

CHUNK = 64  # images looked at in one pass

Found = tuple[Tensor, Tensor, Tensor]  # value, image and place in the map, each (channel, rank)


@dataclass(frozen=True)
class TopPatches:
    """Where each channel is excited most, the strongest first: one place in each of k images.

    The patches of a channel that is silent everywhere (`value` not above zero) mean nothing.
    """

    channel: Int[Tensor, " channel"]
    image: Int[Tensor, "channel rank"]
    row: Int[Tensor, "channel rank"]  # of the unit, in the layer's map
    column: Int[Tensor, "channel rank"]
    value: Float[Tensor, "channel rank"]
    box: Int[Tensor, "channel rank 4"]  # top, left, bottom, right in the image, as slices count
    size: tuple[int, int]  # the height and width of a patch: the layer's largest box
    images: Float[Tensor, "image colour height width"] = field(repr=False)

    @property
    def patches(self) -> Float[Tensor, "channel rank colour patch_height patch_width"]:
        """Cut the patches out, all of one size; zeros stand where a box leaves the image."""
        pairs = zip(self.image.flatten().tolist(), self.box.flatten(0, 1).tolist(), strict=True)
        cut = [_cut(self.images[image], box, self.size) for image, box in pairs]
        return torch.stack(cut).unflatten(0, tuple(self.image.shape))


def top_patches(
    network: nn.Module,
    layer: str,
    images: Float[Tensor, "image colour height width"],
    k: int,
    channels: Sequence[int] | None = None,
) -> TopPatches:
    """Find the k images that excite each channel most, and the patch of each that does it.

    An image counts once, by the largest value in its map. Of equal values, the first image
    comes first, and the first place in the map, row by row. All channels if none are named;
    the units of a dense layer are channels, too, and their patches whole images.

    Zeiler & Fergus 2014, https://arxiv.org/abs/1311.2901, section 4 and figure 2.
    """
    if not 1 <= k <= len(images):
        raise ValueError(f"the {k} strongest of {len(images)} images cannot be given")
    with inspecting(network, "top_patches"), torch.no_grad():
        boxes = receptive_boxes(network, layer, images[:1])
        chosen = _chosen(layer, len(boxes), channels).to(images.device)
        found: Found | None = None
        for first in range(0, len(images), CHUNK):
            output = output_of(network, layer, ready(images[first : first + CHUNK]))
            candidates = _strongest_places(units(layer, output)[:, chosen], first)
            found = _strongest(found, candidates, k)
        assert found is not None  # k images are at least one
        value, image, place = found
        row, column = place // boxes.shape[2], place % boxes.shape[2]
        largest = (boxes[..., 2:] - boxes[..., :2]).flatten(0, 2).amax(dim=0)
        return TopPatches(
            channel=chosen,
            image=image,
            row=row,
            column=column,
            value=value,
            box=boxes[chosen[:, None], row, column],
            size=(int(largest[0]), int(largest[1])),
            images=images.detach(),
        )


def _chosen(layer: str, count: int, channels: Sequence[int] | None) -> Int[Tensor, " channel"]:
    named = list(range(count) if channels is None else channels)
    if not named or not 0 <= min(named) <= max(named) < count:
        raise ValueError(f"layer {layer!r} has channels 0 to {count - 1}, but {named} were asked")
    return torch.tensor(named)


def _strongest_places(maps: Float[Tensor, "image channel height width"], first: int) -> Found:
    """Give each image's largest value in each channel; `first` is the number of its first image."""
    if maps.isnan().any():
        raise ValueError("the layer gives what is not a number for some of these images")
    flat = maps.flatten(2).transpose(0, 1)  # channel, image, place
    place = flat.argmax(dim=2)
    image = torch.arange(first, first + len(maps), device=maps.device).expand_as(place)
    return flat.gather(2, place[..., None])[..., 0], image, place


def _strongest(found: Found | None, candidates: Found, k: int) -> Found:
    if found is not None:
        value, image, place = (
            torch.cat([kept, new], dim=1) for kept, new in zip(found, candidates, strict=True)
        )
    else:
        value, image, place = candidates
    order = value.sort(dim=1, descending=True, stable=True).indices[:, :k]
    return value.gather(1, order), image.gather(1, order), place.gather(1, order)


def _cut(image: Tensor, box: Sequence[int], size: tuple[int, int]) -> Tensor:
    """Cut a box out. One that the upper or left border cuts short lies low or right in its patch.

    So the unit's centre is at the same place in every patch.
    """
    top, left, bottom, right = box
    height, width = bottom - top, right - left
    down = size[0] - height if top == 0 else 0
    across = size[1] - width if left == 0 else 0
    patch = image.new_zeros(len(image), *size)
    patch[:, down : down + height, across : across + width] = image[:, top:bottom, left:right]
    return patch
