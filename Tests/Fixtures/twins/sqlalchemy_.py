from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
async_engine = create_async_engine("sqlite+aiosqlite://")
Local = sessionmaker(bind=engine)


async def blocks(session: Session):
    session.execute(select(1))  # expect: sync-orm
    with Local() as own:
        own.commit()  # expect: sync-orm
    with engine.connect() as connection:  # expect: blocking-database
        connection.execute("x")  # expect: blocking-database


async def safe(session: AsyncSession):
    await session.execute(select(1))
    await session.commit()
    async with async_engine.connect() as connection:
        await connection.execute(select(1))


async def query(session: Session):
    return session.query(int).filter_by(a=1).all()  # expect: sync-orm
