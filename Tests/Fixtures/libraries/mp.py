import multiprocessing
from multiprocessing import Process, Pool

def f(x):
    return x

async def handler():
    p = Process(target=f)
    p.start()  # expect: blocking-subprocess
    p.join()  # expect: blocking-lock
    with Pool(4) as pool:
        pool.map(f, [1])  # expect: blocking-lock
        r = pool.apply_async(f)
        r.get()  # expect: blocking-lock
