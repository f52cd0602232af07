from sqlalchemy import create_engine, select
from sqlalchemy.orm import sessionmaker, scoped_session, Session

engine = create_engine("x")
Session_ = sessionmaker(bind=engine)
Scoped = scoped_session(sessionmaker(bind=engine))

async def handler():
    s = sessionmaker()()
    s.commit()  # expect: sync-orm
    Session_().query(1).filter(1).all()  # expect: sync-orm
    Scoped.query(1).first()  # expect: sync-orm
    Scoped().add(1)
    Scoped().commit()  # expect: sync-orm
    with Session(engine) as s2:
        s2.scalars(select(1)).all()  # expect: sync-orm
    with engine.begin() as c:  # expect: blocking-database
        c.execute("x")  # expect: blocking-database
    with Session_.begin() as s3:  # expect: sync-orm
        s3.execute("x")  # expect: sync-orm
