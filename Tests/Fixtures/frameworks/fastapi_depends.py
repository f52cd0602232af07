from fastapi import Depends, FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

app = FastAPI()
Local = sessionmaker(bind=create_engine("sqlite://"))


def session():
    db = Local()
    try:
        yield db
    finally:
        db.close()


@app.get("/annotated")
async def annotated(db: Session = Depends(session)):
    return db.query(int).all()  # expect: sync-orm


@app.get("/bare")
async def bare(db=Depends(session)):
    return db.query(int).all()  # expect: sync-orm


@app.get("/safe")
def safe(db: Session = Depends(session)):
    return db.query(int).all()
