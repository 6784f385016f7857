"""An entry of the catalogue: it makes a step of a profile and of what the lesson says."""

from collections.abc import Callable

from cnnviz.pipeline.step import Step

Entry = Callable[..., Step]
