from three import third


def second():
    third()
