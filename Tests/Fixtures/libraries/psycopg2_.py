import psycopg2


async def run():
    connection = psycopg2.connect("x")  # expect: blocking-database
    cursor = connection.cursor()
    cursor.execute("SELECT 1")  # expect: blocking-database
    return cursor.fetchall()  # the rows are already here
