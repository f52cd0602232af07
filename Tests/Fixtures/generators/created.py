import time
from starlette.responses import StreamingResponse


def slow(n):
    for i in range(n):
        time.sleep(1)
        yield i


async def stream():
    return StreamingResponse(slow(3))


async def assigned():
    generator = slow(3)
    return generator
