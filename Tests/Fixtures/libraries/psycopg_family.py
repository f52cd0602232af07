import psycopg2
import psycopg
import psycopg2.extras
from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 2)

def query(q):
    conn = pool.getconn()
    cur = conn.cursor()
    cur.execute(q)
    return cur.fetchall()

async def handler():
    query("x")  # expect: blocking-database, blocking-database
    with psycopg.connect("x") as c:  # expect: blocking-database, blocking-database
        with c.cursor() as cur:
            cur.execute("x")  # expect: blocking-database
    async with await psycopg.AsyncConnection.connect("x") as ac:
        await ac.execute("x")
