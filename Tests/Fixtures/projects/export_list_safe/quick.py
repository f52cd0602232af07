__all__ = ["load"]


def load():
    return 1


def open(name):
    return name
