"""Rectifiers in place: the same scores from less fresh memory."""

from torch import fx, nn
from torch.nn.functional import relu_
from torch.nn.modules.batchnorm import _BatchNorm
from torch.nn.modules.conv import _ConvNd

FRESH = (_ConvNd, _BatchNorm, nn.Linear)  # their output is new memory, which nobody else reads


def in_place(network: nn.Module) -> nn.Module:
    """Give a network of the same scores whose rectifiers overwrite what they alone read.

    A ReLU that writes into new memory takes a third of a small CNN's pass on a processor. It is
    replaced where the graph of the network shows one reader of a convolution, normalisation or
    linear layer. The modules and weights are the network's own; a network whose graph cannot be
    drawn, or that carries hooks, is given back as it is. Not for passes with gradients.
    """
    if any(_hooked(module) for module in network.modules()):
        return network
    try:
        traced = fx.symbolic_trace(network)
    except Exception:  # the network's own code runs here, on stand-ins that it need not understand
        return network
    modules = dict(traced.named_modules())
    for node in list(traced.graph.nodes):
        if _rectifier(node, modules) and _alone(node.args[0], modules):
            with traced.graph.inserting_before(node):
                node.replace_all_uses_with(traced.graph.call_function(relu_, (node.args[0],)))
            traced.graph.erase_node(node)
    traced.recompile()
    return traced


def _hooked(module: nn.Module) -> bool:
    return bool(module._forward_hooks or module._forward_pre_hooks)


def _rectifier(node: fx.Node, modules: dict[str, nn.Module]) -> bool:
    return node.op == "call_module" and type(modules[str(node.target)]) is nn.ReLU


def _alone(source: fx.node.Argument, modules: dict[str, nn.Module]) -> bool:
    return (
        isinstance(source, fx.Node)
        and source.op == "call_module"
        and isinstance(modules[str(source.target)], FRESH)
        and len(source.users) == 1
    )
