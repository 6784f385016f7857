"""What runs inside a worker process: one step, from the store and back into it."""

import ctypes
import importlib
import os
import sys
import threading
import time
from functools import cache
from importlib.metadata import version
from multiprocessing import parent_process
from typing import Any

from cnnviz.pipeline.agreement import hold
from cnnviz.pipeline.code import LIBRARIES
from cnnviz.pipeline.step import Step
from cnnviz.pipeline.store import Record, Store

# On two cores, one compute thread a worker built five times faster than torch's default.
THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS")

# glibc hands big freed memory back to the system, and every training step asks for it again: a
# convnet trains a quarter faster where it keeps this much (mallopt's numbers, and bytes).
KEPT = {-3: 128 << 20, -1: 512 << 20}  # M_MMAP_THRESHOLD, M_TRIM_THRESHOLD

# Reading a package's metadata takes milliseconds, and every step would do it.
_version = cache(version)


def prepare() -> None:
    """Make a fresh worker process compute on one thread, keep memory, and end with its parent."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        for setting, size in KEPT.items():
            libc.mallopt(setting, size)
    parent = parent_process()
    if parent is not None:

        def follow() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=follow, daemon=True).start()


def make(step: Step, store_url: str) -> Record:
    """Make a step: load what it needs, call its function, save what it gives.

    OtherCode, and nothing is saved, where the code here is not the one that the key tells of.
    """
    store = Store(store_url)
    hold(step)
    module, _, name = step.function.partition(":")
    function = getattr(importlib.import_module(module), name)
    arguments = {key: _loaded(value, store) for key, value in step.arguments.items()}
    start = time.perf_counter()
    outcome = function(**arguments)
    seconds = time.perf_counter() - start
    hold(step)
    return store.save(step, outcome, seconds, _versions())


def _loaded(value: Any, store: Store) -> Any:
    if isinstance(value, Step):
        return store.load(value.key)
    if isinstance(value, dict):
        return {key: _loaded(inner, store) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_loaded(inner, store) for inner in value]
    return value


def _versions() -> dict[str, str]:
    used = {"python": ".".join(map(str, sys.version_info[:3]))}
    used |= {d: _version(d) for name, d in sorted(LIBRARIES.items()) if name in sys.modules}
    return used
