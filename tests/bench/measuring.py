"""How a benchmark measures and says its figures."""

import os
import platform
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Figure:
    """Seconds by the clock and by the processor; both, since a machine may be shared."""

    clock: float = 0.0
    processor: float = 0.0

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.processor:.2f} s of one processor)"


@contextmanager
def measured() -> Iterator[Figure]:
    figure, clock, processor = Figure(), time.perf_counter(), time.process_time()
    yield figure
    figure.clock, figure.processor = time.perf_counter() - clock, time.process_time() - processor


def peak_megabytes() -> int:
    """The most memory this process ever held, the interpreter included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def machine() -> str:
    with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), "unknown")
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def say(name: str, **figures: object) -> None:
    print(f"{name}: " + "; ".join(f"{key.replace('_', ' ')} {value}" for key, value in figures.items()), flush=True)
