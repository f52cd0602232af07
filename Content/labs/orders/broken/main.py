"""A shop's books on FastAPI: what was sold in a year. Needs fastapi, httpx, sqlalchemy, aiosqlite and greenlet."""
import asyncio

import httpx
from fastapi import Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from database import get_session

app = FastAPI()

SOLD = text("""
WITH RECURSIVE sale(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM sale WHERE number < 400000)
SELECT count(*) FROM sale WHERE number % :year = 0
""")


@app.get("/sold/{year}")
async def sold(year: int, session: Session = Depends(get_session)):
    rows = session.execute(SOLD, {"year": year})
    return {"sold": rows.scalar_one()}


async def main():
    shop = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=shop, base_url="http://shop") as client:
        years = ["2019", "2020", "2021", "2022"]
        replies = await asyncio.gather(*[client.get(f"/sold/{year}") for year in years])
        for year, reply in zip(years, replies):
            print(f"{year}: {reply.json()}")


if __name__ == "__main__":
    asyncio.run(main())
