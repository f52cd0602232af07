import peewee

db = peewee.SqliteDatabase("x")

class User(peewee.Model):
    class Meta:
        database = db

async def handler():
    User.select().where(User.x == 1).get()  # expect: sync-orm
    u = User.create(name="x")  # expect: sync-orm
    u.save()  # expect: sync-orm
    for x in User.select():  # expect: sync-orm
        x.delete_instance()  # expect: sync-orm
