"""Calls that other tools were seen to know, and their harmless neighbours."""
import email.utils
import io
import multiprocessing
import os
import sys
import tarfile
import zipfile
from typing import BinaryIO, TextIO

import dashscope
import httpx2
import pylast
import pymysql
import pymysql.cursors
from fastapi.responses import JSONResponse
from sqlalchemy.orm import Session

import requests

manager = multiprocessing.Manager()
jobs = manager.Queue()


class Priced(JSONResponse):
    def render(self, content):
        requests.get("https://example.org")
        return super().render(content)


async def network(cursor: pymysql.cursors.DictCursor, user: pylast.User):
    httpx2.get("https://example.org")  # expect: blocking-http
    with httpx2.Client() as client:
        client.post("https://example.org")  # expect: blocking-http
    async with httpx2.AsyncClient() as client:
        await client.get("https://example.org")
    email.utils.make_msgid()  # expect: blocking-socket
    email.utils.make_msgid(domain="example.org")
    pymysql.Connection(host="x")  # expect: blocking-database
    cursor.execute("SELECT 1")  # expect: blocking-database
    user.get_friends()  # expect: blocking-http
    user.get_name()
    dashscope.embeddings.TextEmbedding.call(model="m", input="x")  # expect: blocking-sdk
    jobs.get()  # expect: blocking-lock


async def answer():
    return Priced({"a": 1})  # expect: blocking-http


async def typed():
    for line in sys.stdin:  # expect: blocking-input
        print(line)


async def files(
    file: BinaryIO, text: TextIO, raw: io.BufferedReader, archive: zipfile.ZipFile, tar: tarfile.TarFile
):
    file.read()  # expect: blocking-file
    for line in text:  # expect: blocking-file
        print(line)
    raw.read()  # expect: blocking-file
    archive.open("x")  # expect: blocking-file
    tar.extractfile("x")  # expect: blocking-file
    file.tell()
    archive.namelist()


async def in_memory(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    archive.open("x")


async def database(session: Session):
    with session.begin():  # expect: sync-orm
        session.add(1)
    os.posix_spawn("/bin/true", ["true"], {})  # expect: blocking-subprocess
