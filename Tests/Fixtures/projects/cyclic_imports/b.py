from a import pause


def rest():
    pause()
