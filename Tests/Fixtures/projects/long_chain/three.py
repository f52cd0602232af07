from four import Fourth


def third():
    Fourth().run()
