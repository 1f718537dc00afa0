"""What both peers share: how long a step takes, and how that compares with ours."""

import json
import statistics
import time

TURNS = 5


def median_seconds(step, repeats):
    """The median over several turns of the seconds that one of `repeats` steps takes."""
    step()  # warms up
    seconds = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        for _ in range(repeats):
            step()
        seconds.append((time.perf_counter() - begun) / repeats)
    return statistics.median(seconds)


def entries_of(path, name):
    """The entries of one bench in what `npm run bench -- NAME --json` wrote to a file."""
    with open(path, encoding="utf-8") as file:
        return [entry for entry in json.load(file) if entry["name"] == name]
