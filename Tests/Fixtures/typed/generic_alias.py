# A generic class with its arguments, under a name of its own.
from typing import ClassVar

from sqlalchemy.ext.asyncio import AsyncSession, async_scoped_session
from sqlalchemy.orm import Session, scoped_session

SessionType = scoped_session[Session]
AsyncSessionType = async_scoped_session[AsyncSession]


class Trade:
    session: ClassVar[SessionType]


async def bad(session: SessionType):
    session.commit()  # expect: sync-orm
    Trade.session.commit()  # expect: sync-orm


async def good(session: AsyncSessionType):
    await session.commit()
