__all__ = ("load",)

def load():
    return 1

def open(x):
    return x

def _private():
    pass
