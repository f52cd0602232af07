def load(path):
    return open(path).read()


def store(path):
    open(path, "w")


def quiet(path):
    return path
