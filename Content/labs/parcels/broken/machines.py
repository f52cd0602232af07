"""The machines. They take their time: there is nothing to mend here."""
import time


def scales(parcel):
    time.sleep(0.1)
    return 100 * len(parcel)


def sorter(parcel):
    time.sleep(0.1)
    return {"P1": "Bergen", "P2": "Turku"}[parcel]


def press(parcel):
    time.sleep(0.6)
    return parcel[::-1]
