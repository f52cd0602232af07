async def read():
    with open("x") as file:  # expect: blocking-file
        return file.read()


async def spelled_out():
    import builtins

    return builtins.open("x")  # expect: blocking-file
