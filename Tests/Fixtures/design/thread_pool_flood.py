import asyncio


def work(item):
    return item


async def gathered(items):
    return await asyncio.gather(*(asyncio.to_thread(work, i) for i in items))  # expect: thread-pool-flood


async def listed(items):
    jobs = [asyncio.to_thread(work, i) for i in items]  # expect: thread-pool-flood
    return await asyncio.gather(*jobs)


async def collected(items):
    loop = asyncio.get_running_loop()
    jobs = []
    for item in items:
        jobs.append(loop.run_in_executor(None, work, item))  # expect: thread-pool-flood
    return await asyncio.gather(*jobs)


async def one_by_one(items):
    found = [await asyncio.to_thread(work, i) for i in items]
    for item in items:
        found.append(await asyncio.to_thread(work, item))
        await asyncio.wait_for(asyncio.to_thread(work, item), 5)
    return found


async def own_pool(pool, items):
    loop = asyncio.get_running_loop()
    return [loop.run_in_executor(pool, work, i) for i in items]


async def few():
    return await asyncio.gather(*[asyncio.to_thread(work, i) for i in (1, 2, 3)])
