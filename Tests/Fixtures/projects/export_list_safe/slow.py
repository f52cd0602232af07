__all__ = ("fetch",)


def fetch():
    return open("x")


def load():
    return open("x")
