"""The cards of the catalogue, in SQLite. One search goes through all of them."""
import sqlite3

SEARCH = """
WITH RECURSIVE card(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM card WHERE number < 400000)
SELECT count(*) FROM card WHERE number % ? = 0
"""


def count(shelf):
    """How many books stand on a shelf."""
    connection = sqlite3.connect(":memory:")
    try:
        for (books,) in connection.execute(SEARCH, [shelf]):
            return books
    finally:
        connection.close()
