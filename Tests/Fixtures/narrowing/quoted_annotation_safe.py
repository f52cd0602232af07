from typing import Annotated, Literal

import httpx


async def handler(a: "httpx.AsyncClient | None", b: "list[httpx.AsyncClient]", c: Literal["requests.Session"],
                  d: Annotated["httpx.AsyncClient", "requests.Session"]):
    await a.get("u")
    for client in b:
        await client.get("u")
    c.get("u")
    await d.get("u")
