import sqlite3


class Column:
    def __get__(self, owner, kind=None):
        return sqlite3.connect("x.db")

    def __set__(self, owner, value):
        print(value)


class Constant:
    def __get__(self, owner, kind=None):
        return 1


class Row:
    name = Column()
    size = Constant()


async def show(row: Row):
    print(row.size)
    row.name = "x"
    return row.name  # expect: blocking-database
