"""The books and their covers."""
import json
import os
from urllib.request import urlopen

BOOKS = os.environ.get("BOOKS", "books.json")
COVERS = os.environ.get("COVERS_URL", "http://127.0.0.1:9000/covers")


def load():
    with open(BOOKS, encoding="utf-8") as books:
        return json.load(books)


def cover(number):
    with urlopen(f"{COVERS}/{number}", timeout=5) as reply:
        return reply.read()
