"""A page with nothing on it but the lab, with networks that were trained for the moment."""

import json
from pathlib import Path

import torch

from cnnviz.data.sources import DIGITS
from cnnviz.lessons.lab.experiments import lab_digits, lab_networks, lab_remapped
from cnnviz.lessons.shared.digits import packaged, tensors
from cnnviz.lessons.shared.trained import run, trained_network
from cnnviz.methods.pixel_remap import PixelRemap
from tests.browser.playground import block, prepare, words, write

NAMES = ("lenet5", "mlp")
EACH = 10  # test digits of each class
FILES = {name: f"{name}.safetensors" for name in ("networks", "remapped", "digits")}
STILL = "| still | picture |\n|---|---|\n| a | b |"
TRY = '<button type="button" class="cv-button" data-cv-try="t=20&amp;x=4">Try</button>'
STYLES = ("widgets/widgets", "lab/lab")
SCRIPT = '<script type="module" src="assets/lab/lab.js"></script>'


class Laboratory:
    """The lab's data, and what PyTorch says of them, by whether pictures are remapped."""

    def __init__(self):
        self.data = packaged(DIGITS.sha256, 5 * EACH)
        images, labels = tensors(self.data, "test")
        chosen = [
            torch.nonzero(labels == label)[:EACH, 0] for label in range(10)
        ]  # as the digits are exported
        self.images = images[torch.cat(chosen)]
        self.runs = {
            remap: [
                run(self.data, name, seed=0, epochs=3, block=28 if remap else 1) for name in NAMES
            ]
            for remap in (False, True)
        }

    def network(self, remap: bool, name: str) -> torch.nn.Module:
        return trained_network(self.runs[remap][NAMES.index(name)], self.data)

    def seen(self, remap: bool) -> torch.Tensor:
        return PixelRemap(28, 28, seed=0, block=28 if remap else 1)(self.images)

    def serve(self, folder: Path) -> None:
        """Write a page in each language, and all that it fetches."""
        prepare(folder)
        made = {
            "networks": lab_networks(self.data, self.runs[False]),
            "remapped": lab_remapped(self.data, self.runs[True]),
            "digits": lab_digits(self.data, EACH),
        }
        for name, file in made.items():
            (folder / FILES[name]).write_bytes(file.data)
        for language in ("pt", "es", "en"):
            tables = words(language)
            spoken = tables["lab"] | tables["networks"] | tables["noise"]
            lab = block(
                "lab",
                language,
                files=json.dumps(FILES),
                words=json.dumps(spoken, ensure_ascii=False),
                body=STILL,
            )
            write(folder, f"lab.{language}", language, f"{lab}\n\n{TRY}\n\n{SCRIPT}", STYLES)
