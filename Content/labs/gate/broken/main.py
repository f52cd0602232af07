"""A garden with a gate, on FastAPI: who knows the word may come in. Needs fastapi and httpx."""
import asyncio

import httpx
from fastapi import Depends, FastAPI

from guard import Guard

app = FastAPI()
guard = Guard()


async def guest(name: str, word: str) -> str:
    """Who stands at the gate; every route of the garden depends on it."""
    guard.check(name, word)
    return name


@app.get("/garden")
async def garden(name: str = Depends(guest)):
    return {"welcome": name}


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://gate") as client:
        names = ["Ada", "Grace", "Radia", "Edith"]
        replies = await asyncio.gather(
            *[client.get("/garden", params={"name": name, "word": "roses"}) for name in names]
        )
        for name, reply in zip(names, replies):
            print(f"{name}: {reply.json()}")


if __name__ == "__main__":
    asyncio.run(main())
