"""Services, mail, downloads and the machine itself."""

import asyncio

import alembic.command
import apsw
import arxiv
import av
import cairosvg
import daytona
import fsspec
import gdown
import google.auth
import kuzu
import paramiko
import psutil
import Pyro5.api
import pyperclip
import qrcode
import questionary
import redis
import runpod
import s3fs
import serial.tools.list_ports
import tldextract
import valkey
import valkey.asyncio
from certipy import Certipy
from imap_tools import MailBox
from modelscope import snapshot_download
from qdrant_client import AsyncQdrantClient, QdrantClient
from watchdog.observers import Observer
from wechatpy import WeChatClient
from wordcloud import WordCloud


class Store:
    def __init__(self, url):
        self.cache = valkey.from_url(url)
        self.acache = valkey.asyncio.from_url(url)
        self.search = redis.Redis().ft("idx")

    async def read(self, key):
        self.cache.get(key)  # expect: blocking-database
        await self.acache.get(key)
        self.search.search(key)  # expect: blocking-database
        valkey.Redis().json().get(key)  # expect: blocking-database
        with self.cache.pipeline() as pipe:
            pipe.set(key, 1)
            pipe.execute()  # expect: blocking-database


async def stores(points):
    client = QdrantClient("x")
    client.recreate_collection("c")  # expect: blocking-database
    client.search("c", points)  # expect: blocking-database
    client.query_batch_points("c", points)  # expect: blocking-database
    client.create_payload_index("c", "f")  # expect: blocking-database
    client.close()
    await AsyncQdrantClient("x").search("c", points)
    apsw.Connection("x.db").execute("select 1")  # expect: blocking-database, blocking-database
    apsw.Connection(":memory:").execute("select 1")  # expect: blocking-database
    await apsw.Connection.as_async("x.db")
    connection = kuzu.Connection(kuzu.Database("x"))  # expect: blocking-database
    connection.execute("return 1").get_all()  # expect: blocking-database, blocking-database
    await kuzu.AsyncConnection(points).execute("return 1")
    alembic.command.upgrade(points, "head")  # expect: blocking-database


async def services(file):
    wechat = WeChatClient("id", "secret")
    wechat.media.upload("image", file)  # expect: blocking-http
    wechat.message.send_text("u", "hello")  # expect: blocking-http
    wechat.qrcode.get_url("t")
    for paper in arxiv.Client().results(arxiv.Search("cats")):  # expect: blocking-http
        print(paper.title)
    with MailBox("h").login("u", "p") as box:  # expect: blocking-socket, blocking-socket
        for message in box.fetch():  # expect: blocking-socket
            print(message.subject)
    papers = arxiv.Client().results(arxiv.Search("dogs"))
    await asyncio.to_thread(list, papers)
    gdown.download("x", "y")  # expect: blocking-http
    await asyncio.to_thread(snapshot_download, "m")
    snapshot_download("m")  # expect: blocking-http
    tldextract.extract("x")  # expect: blocking-http
    sandbox = daytona.Daytona().create()  # expect: blocking-sdk
    sandbox.process.code_run("1")  # expect: blocking-sdk
    await daytona.AsyncDaytona().create()
    runpod.Endpoint("e").run_sync({})  # expect: blocking-http
    Pyro5.api.locate_ns().lookup("x")  # expect: blocking-socket, blocking-socket
    credentials, project = google.auth.default()  # expect: blocking-http


async def machine():
    for process in psutil.process_iter(["name"]):  # expect: cpu-bound
        print(process.info)
    for process in psutil.process_iter():  # expect: cpu-bound
        process.children()  # expect: cpu-bound
    await asyncio.to_thread(list, psutil.process_iter())
    questionary.prompt([])  # expect: blocking-input
    await questionary.form(a=questionary.text("x")).ask_async()
    psutil.Process().children()  # expect: cpu-bound
    psutil.Process().name()
    serial.tools.list_ports.comports()  # expect: blocking-file
    pyperclip.paste()  # expect: blocking-subprocess
    Certipy(store_dir="x").create_signed_pair("a", "b")  # expect: cpu-bound
    paramiko.SSHConfig.from_path("x")  # expect: blocking-file
    paramiko.RSAKey.generate(2048)  # expect: cpu-bound
    observer = Observer()
    observer.stop()
    observer.join()  # expect: blocking-lock


async def files():
    with fsspec.open("s3://b/x") as file:  # expect: blocking-file
        print(file)
    lazy = fsspec.open("s3://b/x")
    lazy.open()  # expect: blocking-file
    fsspec.filesystem("file").ls("/")  # expect: blocking-file
    fsspec.filesystem("memory").ls("/")
    s3fs.S3FileSystem().cat("b/x")  # expect: blocking-sdk
    s3 = s3fs.S3FileSystem(asynchronous=True)
    await s3._cat("b/x")


async def pictures(words):
    with av.open("x.mp4") as video:  # expect: blocking-file
        for frame in video.decode(video=0):  # expect: cpu-bound
            print(frame)
    cairosvg.svg2png(bytestring=words)  # expect: cpu-bound
    WordCloud().generate(words).to_file("x")  # expect: cpu-bound
    qrcode.make("x")  # expect: cpu-bound
    code = qrcode.QRCode()
    code.add_data("x")
    code.make(fit=True)  # expect: cpu-bound
