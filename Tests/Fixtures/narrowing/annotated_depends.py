from typing import Annotated
from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy import create_engine

app = FastAPI()
engine = create_engine("x")
SessionLocal = sessionmaker(bind=engine)

def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()

SessionDep = Annotated[Session, Depends(get_db)]
OtherDep = Annotated["Session", Depends(get_db)]

@app.get("/")
async def route(db: SessionDep):
    return db.execute("x")  # expect: sync-orm

@app.get("/b")
async def route_b(db=Depends(get_db)):
    return db.execute("x")  # expect: sync-orm

@app.get("/c")
async def route_c(db: OtherDep):
    return db.query(1).all()  # expect: sync-orm
