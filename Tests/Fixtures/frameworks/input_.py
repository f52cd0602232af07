async def ask():
    return input("name? ")  # expect: blocking-input
