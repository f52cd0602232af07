class Store:
    def open(self, x):
        return x

    def sleep(self, n):
        return n

    async def go(self):
        self.open("x")
        self.sleep(1)
