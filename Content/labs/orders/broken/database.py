"""One engine for the whole program, and one session for each request."""
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("sqlite:///orders.db")
make_session = sessionmaker(engine)


def get_session():
    with make_session() as session:
        yield session
