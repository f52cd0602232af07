class A(B):
    async def run(self):
        self.nothing()


class B(A):
    pass
