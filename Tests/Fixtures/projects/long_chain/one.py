from two import second


async def first():
    second()  # expect: blocking-database
