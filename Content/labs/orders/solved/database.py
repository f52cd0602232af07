"""One engine for the whole program, and one session for each request."""
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///orders.db")
make_session = async_sessionmaker(engine, expire_on_commit=False)


async def get_session():
    async with make_session() as session:
        yield session
