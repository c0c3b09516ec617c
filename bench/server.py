"""Serve the Streamlit app of a folder for as long as it is being measured."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

START_TIMEOUT = 60


@dataclass(frozen=True)
class Server:
    port: int
    process: psutil.Process

    @property
    def socket_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/_stcore/stream"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(
    folder: Path, environment: Mapping[str, str] | None = None, patience: float = START_TIMEOUT
) -> Iterator[Server]:
    """Serve folder/app.py with folder as working directory and no settings but the folder's own; wait so many seconds
    for it to answer."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    with tempfile.TemporaryDirectory() as home:
        # As on a host: no settings of Streamlit's from outside, and Python keeps what it has compiled.
        left_out = ("STREAMLIT_", "PYTHONDONTWRITEBYTECODE")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        variables = {**inherited, "HOME": home, "USERPROFILE": home, **(environment or {})}
        with started(command, variables, health_of(port), folder, patience) as process:
            yield Server(port, process)


def health_of(port: int) -> str:
    """Where a Streamlit server of this machine says that it serves."""
    return f"http://127.0.0.1:{port}/_stcore/health"


@contextmanager
def started(
    command: Sequence[str],
    variables: Mapping[str, str],
    address: str,
    folder: Path | None = None,
    patience: float = START_TIMEOUT,
) -> Iterator[psutil.Process]:
    """The process of a command that serves an address, from its first answer to the end of the block; RuntimeError with
    what it printed where there is none within so many seconds."""
    with tempfile.TemporaryFile() as output:
        process = psutil.Popen(
            command, cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            if not answers(address, process, patience):
                output.seek(0)
                said = output.read().decode(errors="replace")
                raise RuntimeError(f"{' '.join(command)} does not start in {folder or Path.cwd()}:\n{said}")
            yield process
        finally:
            stop(process)


def stop(started: psutil.Process) -> None:
    """End a server that we started."""
    with suppress(psutil.NoSuchProcess):
        started.terminate()
    try:
        started.wait(10)
    except psutil.TimeoutExpired:
        started.kill()
        started.wait()


def answers(address: str, started: psutil.Process, patience: float = START_TIMEOUT) -> bool:
    """Wait until a server answers; False where it has ended or does not for so many seconds."""
    deadline = time.monotonic() + patience
    while started.is_running() and started.status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    return False
