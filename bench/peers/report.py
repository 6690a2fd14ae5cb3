"""One line of JSON a run, in the shape of `enishi evaluate quality --json`, with what a peer adds."""

import json
import os
import resource
import sys
import time

# CPU seconds that a model may take on one set, search and fit together.
BUDGET = 60 * float(os.environ.get("ENISHI_PEERS_MINUTES", "30"))


def say(text):
    print(text, file=sys.stderr, flush=True)


def report(**fields):
    """
    seconds: CPU seconds of the final model's fit, which other work on the machine does not stretch; searchSeconds: those that choosing its
    settings took. Every peer runs in one thread.
    """
    for key, value in fields.items():
        if isinstance(value, float):
            fields[key] = round(value, 2)
    fields["peakMemoryMB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(fields), flush=True)


def serving(ask, histories, seconds=5):
    """One question at a time, in process, no network: answers a CPU second of one thread, and the median wall milliseconds of one."""
    took = []
    start = time.process_time()
    while time.process_time() - start < seconds:
        before = time.perf_counter()
        ask(histories[len(took) % len(histories)])
        took.append(time.perf_counter() - before)
    rate = len(took) / (time.process_time() - start)
    took.sort()
    return {"requestsPerSecond": round(rate, 1), "answerMs": round(1000 * took[len(took) // 2], 3)}
