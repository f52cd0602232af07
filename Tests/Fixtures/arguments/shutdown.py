from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def stop():
    pool.shutdown(wait=False)
    pool.shutdown()  # expect: blocking-lock
