from typing import Annotated

from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session


def session():
    raise NotImplementedError


SessionDep = Annotated[Session, Depends(session)]
app = FastAPI()


@app.get("/alias")
async def alias(db: SessionDep):
    return db.scalars("x")  # expect: sync-orm


@app.get("/inline")
async def inline(db: Annotated[Session, Depends(session)]):
    return db.scalars("x")  # expect: sync-orm
