import concurrent.futures
from concurrent.futures import ThreadPoolExecutor


async def run():
    with ThreadPoolExecutor() as pool:  # expect: blocking-lock
        future = pool.submit(print)
        concurrent.futures.wait([future])  # expect: blocking-lock
        return future.result()  # expect: blocking-lock
