from peewee import *
from os.path import *

database = SqliteDatabase("x")


class User(Model):
    name = TextField()

    class Meta:
        database = database


async def handler():
    len("x")
    join("a", "b")
    return User.get(User.id == 1)  # expect: sync-orm
