from fastapi import Depends
from sqlalchemy.orm import Session
from db import SessionLocal

def get_db():
    with SessionLocal() as session:
        yield session

class Repo:
    def __init__(self, session: Session = Depends(get_db)):
        self.session = session

    def get(self, id):
        return self.session.get(User, id)

class User: ...

class Service:
    def __init__(self, repo: Repo = Depends()):
        self.repo = repo

    def user(self, id):
        return self.repo.get(id)

async def route(service: Service = Depends()):
    return service.user(1)  # expect: sync-orm
