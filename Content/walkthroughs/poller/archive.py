"""Keeps readings on a slow memory card."""
import json
import os
import time

PATH = os.environ.get("ARCHIVE", "readings.jsonl")


def store(reading, tries=3):
    """Writes one reading; the card is busy now and then."""
    for attempt in range(tries):
        try:
            with open(PATH, "a", encoding="utf-8") as archive:
                archive.write(json.dumps(reading) + "\n")
            return
        except OSError:
            time.sleep(0.2 * (attempt + 1))
