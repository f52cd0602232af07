import time

async def handler(flag):
    while not flag.done:  # expect: cpu-bound
        pass

async def big():
    total = 0
    for i in range(10_000_000):  # expect: cpu-bound
        total += i
    return total

async def comp():
    return sum(i * i for i in range(10**7))  # expect: cpu-bound

async def ok(flag):
    import asyncio
    for i in range(10_000_000):
        await asyncio.sleep(0)
    while not flag.done:
        await asyncio.sleep(1)
    for i in range(100):
        pass
    while True:
        if flag.x():
            break


async def until(seconds, tick):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:  # expect: cpu-bound
        tick()


async def pause(seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        time.sleep(0.1)  # expect: blocking-sleep


async def gentle(seconds, tick):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        tick()
        await asyncio.sleep(0)


async def drained(queue: asyncio.Queue):
    while queue.empty():  # expect: cpu-bound
        continue


async def joined(target):
    thread = threading.Thread(target=target)
    thread.start()
    while thread.is_alive():  # expect: cpu-bound
        pass


async def finished(job):
    task = asyncio.ensure_future(job())
    while True:  # expect: cpu-bound
        if task.done():
            break


async def worked(steps):
    while steps.advance():
        pass


async def searched(tree):
    while True:
        tree = tree.parent
        if tree.is_root():
            break
