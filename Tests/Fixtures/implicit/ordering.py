# Sorting compares; functools.total_ordering makes comparisons of one.
import functools
import time


class Snapshot:
    def __lt__(self, other):
        time.sleep(1)
        return True


@functools.total_ordering
class Revision:
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        time.sleep(1)
        return True


class Quick:
    def __lt__(self, other):
        return True


async def use(paths):
    snapshots = [Snapshot() for path in paths]
    snapshots.sort()  # expect: blocking-sleep
    sorted(snapshots)  # expect: blocking-sleep
    min(snapshots)  # expect: blocking-sleep
    Revision() >= Revision()  # expect: blocking-sleep
    Revision() <= Revision()  # expect: blocking-sleep


async def safe(paths):
    snapshots = [Snapshot() for path in paths]
    snapshots.sort(key=id)
    sorted(snapshots, key=lambda snapshot: 1)
    sorted([Quick()])
    Snapshot() >= Quick()
    return Revision() == Revision()
