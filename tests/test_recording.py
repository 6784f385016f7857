import pytest
import torch

from cnnviz.choice import UnknownName
from cnnviz.recording import input_of, output_of, recording, rooted
from tests.zoo import grown, images, state


def test_records_what_the_layer_gave_and_not_what_an_operation_in_place_made_of_it():
    network, _ = grown("in_place")

    with recording(network, "conv1", "relu1") as outputs:
        network(images())

    expected = network.conv1(images())
    torch.testing.assert_close(outputs["conv1"], expected)
    torch.testing.assert_close(outputs["relu1"], expected.relu())


def test_recorded_outputs_can_be_differentiated_by():
    network, _ = grown("in_place")

    with recording(network, "conv1") as outputs:
        scores = network(images())
    (by_maps,) = torch.autograd.grad(scores.sum(), outputs["conv1"])

    assert by_maps.shape == outputs["conv1"].shape
    assert by_maps.abs().sum() > 0


def test_no_hook_is_left_where_the_second_layer_is_misspelt():
    network, _ = grown("in_place")
    before = state(network)

    with (
        pytest.raises(UnknownName, match=r"no layer 'convv2'. Did you mean 'conv2'\? There are: "),
        recording(network, "conv1", "convv2"),
    ):
        pass

    assert state(network) == before


def test_a_layer_that_did_not_run_is_told_from_one_that_does_not_exist():
    network, _ = grown("functional")
    network.spare = torch.nn.Linear(2, 2)

    with recording(network, "spare") as outputs:
        network(images())

    with pytest.raises(ValueError, match="'spare' did not run"):
        outputs["spare"]


def test_a_layer_that_gives_no_tensor_is_refused():
    network = torch.nn.Sequential(torch.nn.LSTM(4, 4)).eval()

    with pytest.raises(ValueError, match="'0' gives a tuple, not a tensor"):
        output_of(network, "0", torch.zeros(3, 4))


def test_the_graph_begins_at_the_first_layer_asked_for():
    network, _ = grown("in_place")

    with rooted(network, "conv2", "relu2") as outputs:
        scores = network(images())

    assert outputs["conv2"].is_leaf
    assert not outputs["relu2"].is_leaf
    assert scores.requires_grad
    assert torch.is_grad_enabled()


def test_what_comes_after_the_layer_does_not_run():
    network, _ = grown("in_place")
    network.flatten.register_forward_hook(lambda *_: pytest.fail("ran too far"))

    output = output_of(network, "relu2", images())
    given = input_of(network, "relu2", images())

    torch.testing.assert_close(output, network.conv2(network[:3](images())).relu())
    torch.testing.assert_close(given.relu(), output)


def test_an_error_of_the_network_itself_is_passed_on_and_leaves_no_hook():
    network, _ = grown("in_place")
    before = state(network)

    with pytest.raises(RuntimeError, match="shape"):
        output_of(network, "scores", images(size=20))

    assert state(network) == before
