class Store:
    def load(self):
        return open("x")
