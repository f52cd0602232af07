import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

pool = ThreadPoolExecutor()

def work():
    return 1

async def handler():
    f = pool.submit(work)
    f.result()  # expect: blocking-lock
    futures = [pool.submit(work) for _ in range(3)]
    for g in as_completed(futures):  # expect: blocking-lock
        g.result()
    for h in futures:
        h.result()  # expect: blocking-lock
    wait(futures)  # expect: blocking-lock
    t = asyncio.create_task(other())
    await t
    t.result()
    done, _ = await asyncio.wait([t])
    for d in done:
        d.result()
    list(pool.map(work, [1]))  # expect: blocking-lock
    with ThreadPoolExecutor() as p:  # expect: blocking-lock
        p.submit(work)

async def other():
    return 1
