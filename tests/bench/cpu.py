"""What a command takes: seconds of CPU and memory, beside those of another in the same run."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

# A process of its own, since a child is counted as large as the one that it comes from.
MEASURE = """
import json, resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 2**20]))
sys.exit(code)
"""


@dataclass(frozen=True)
class Command:
    """A command to be run in a folder, where `without` is deleted before."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU, in the system too, and the most memory at one time, in MB."""

    seconds: float
    memory: float


def python(folder: Path, *arguments: str, without: tuple[str, ...] = ()) -> Command:
    """A run of this Python."""
    return Command((sys.executable, *arguments), folder, without=without)


def cost(command: Command) -> Cost:
    """Run a command, and whatever it starts. Ends the process when it fails."""
    for name in command.without:
        shutil.rmtree(command.folder / name, ignore_errors=True)
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        (sys.executable, "-c", MEASURE, *command.arguments),
        cwd=command.folder,
        env={**environment, "NO_MKDOCS_2_WARNING": "1", **command.environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command.arguments)}\n{done.stderr}")
    return Cost(*json.loads(done.stdout))


def best(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The cost of each of several commands at its best, as noise only adds; they take turns."""
    found = [{name: cost(command) for name, command in commands.items()} for _ in range(runs)]
    return {name: min((each[name] for each in found), key=_seconds) for name in commands}


def _seconds(found: Cost) -> float:
    return found.seconds
