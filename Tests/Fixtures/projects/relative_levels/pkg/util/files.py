__all__ = ["load"]

def load():
    return open("x")

def hidden():
    return open("x")
