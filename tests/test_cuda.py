"""On a GPU the same training and methods give the same results, within its rounding."""

import pytest
import torch

from cnnviz.lessons.shared import trained as training
from cnnviz.methods.maximise import maximise
from tests.each_method import METHODS
from tests.zoo import ZOO, grown, images

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU")
CLASSES = torch.tensor([3, 7, 1])


@pytest.mark.parametrize("kind", ZOO)
@pytest.mark.parametrize("method", METHODS)
def test_methods_give_on_a_gpu_what_they_give_on_a_processor(method, kind):
    network, layer = grown(kind)
    expected = METHODS[method](network, layer, images(), CLASSES)

    found = METHODS[method](network.cuda(), layer, images().cuda(), CLASSES.cuda())

    assert found.device.type == "cuda"
    torch.testing.assert_close(found.cpu(), expected, rtol=1e-6, atol=1e-9)


def test_patterns_begin_on_a_gpu_as_on_a_processor():
    network, _ = grown("in_place")

    def after_one_step(module):
        return maximise(module.float(), "relu2", [0, 1], 16, steps=1).images

    expected = after_one_step(network)
    torch.testing.assert_close(after_one_step(network.cuda()).cpu(), expected, rtol=0, atol=1e-4)


def test_a_training_on_a_gpu_gets_as_far_as_on_a_processor(few_digits, monkeypatch):
    on_gpu = training.run(few_digits, "lenet5", seed=0, epochs=5)
    monkeypatch.setattr(training, "device", lambda: torch.device("cpu"))
    on_processor = training.run(few_digits, "lenet5", seed=0, epochs=5)

    assert on_gpu["device"].startswith("cuda")
    assert on_gpu["accuracy"] == pytest.approx(on_processor["accuracy"], abs=0.1)
    assert on_gpu["history"][0]["loss"] == pytest.approx(
        on_processor["history"][0]["loss"], rel=1e-2
    )
