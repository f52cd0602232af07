import asyncpg

def rows(connection):
    return connection.execute("select 1")

async def other(pool: asyncpg.Pool):
    async with pool.acquire() as connection:
        return await rows(connection)
