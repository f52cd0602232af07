import asyncio
from fastapi import FastAPI

app = FastAPI()


@app.get("/primes")
async def primes(limit: int):  # expect: async-without-await
    return [n for n in range(2, limit) if all(n % d for d in range(2, n))]


@app.get("/quick")
async def quick():
    return {"ok": True}


@app.get("/one")
async def one_loop(limit: int):
    return [n for n in range(limit)]


@app.get("/lets")
async def lets_others_in(limit: int):
    for n in range(limit):
        await asyncio.sleep(0)
        for m in range(limit):
            pass


async def no_handler(limit: int):
    return [n for n in range(2, limit) if all(n % d for d in range(2, n))]
