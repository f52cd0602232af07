"""Messages, payments, servers, identities and files in the cloud."""

import asyncio

import ansible_runner
import apprise
import atproto
import braintree
import ccxt
import ccxt.async_support
import dropbox
import gcsfs
import gitlab
import hcloud
import influxdb
import jenkins
import kombu
import lark_oapi as lark
import mastodon
import ntplib
import oss2
import proxmoxer
import python_on_whales
import pywebpush
import resend
import s3fs
import square
import sshtunnel
from binance import AsyncClient, Client
from keycloak import KeycloakAdmin, KeycloakOpenID
from linebot.v3.messaging import AsyncMessagingApi, MessagingApi
from pynamodb.models import Model
from pyVim.connect import SmartConnect
from telegram.request import HTTPXRequest


class User(Model):
    pass


class Feishu:
    def __init__(self, key, secret):
        self._client = lark.Client.builder().app_id(key).app_secret(secret).log_level(lark.LogLevel.INFO).build()

    async def send(self, request):
        self._client.im.v1.message.create(request)  # expect: blocking-sdk
        await self._client.im.v1.message.acreate(request)
        await asyncio.to_thread(self._client.im.v1.message.create, request)


async def mails(message):
    resend.Emails.send(message)  # expect: blocking-sdk
    await resend.Emails.send_async(message)
    pywebpush.webpush(subscription_info={}, data="x")  # expect: blocking-http
    await pywebpush.webpush_async(subscription_info={}, data="x")
    target = apprise.Apprise()
    target.add("json://host")
    target.notify(body="x")  # expect: blocking-sdk
    await target.async_notify(body="x")


async def lines(client, calm):
    MessagingApi(client).reply_message({})  # expect: blocking-sdk
    MessagingApi(client).reply_message({}, async_req=True)
    await AsyncMessagingApi(calm).reply_message({})


async def posts(text):
    mastodon.Mastodon(access_token="t").status_post(text)  # expect: blocking-http
    sky = atproto.Client()
    sky.send_post(text)  # expect: blocking-sdk
    await atproto.AsyncClient().send_post(text)
    return HTTPXRequest()  # expect: blocking-file


async def brokers(body):
    with kombu.Connection("amqp://") as connection:
        producer = connection.Producer()
        producer.publish(body)  # expect: blocking-socket
        queue = connection.SimpleQueue("q")
        queue.get(timeout=1)  # expect: blocking-socket
        queue.get_nowait()


async def markets():
    exchange = ccxt.kraken()
    exchange.fetch_ticker("BTC/USD")  # expect: blocking-sdk
    calm = ccxt.async_support.kraken()
    await calm.fetch_ticker("BTC/USD")
    client = Client("k", "s")  # expect: blocking-sdk
    client.get_account()  # expect: blocking-sdk
    other = await AsyncClient.create("k", "s")
    await other.get_account()


async def payments(token):
    square.Square(token=token).payments.create(source_id="x")  # expect: blocking-sdk
    await square.AsyncSquare(token=token).payments.create(source_id="x")
    braintree.Transaction.sale({"amount": "1"})  # expect: blocking-sdk
    return await asyncio.to_thread(braintree.Transaction.sale, {"amount": "1"})


async def projects(number):
    lab = gitlab.Gitlab("https://lab", private_token="t")
    project = lab.projects.get(number)  # expect: blocking-sdk
    lazy = lab.projects.get(number, lazy=True)
    project.issues.create({"title": "x"})  # expect: blocking-sdk
    lazy.attributes.get("name")
    await asyncio.to_thread(lazy.issues.list)
    jenkins.Jenkins("http://ci").build_job("main")  # expect: blocking-http


async def people(code, admin: KeycloakAdmin):
    openid = KeycloakOpenID(server_url="u", client_id="c", realm_name="r")
    openid.token(grant_type="authorization_code", code=code)  # expect: blocking-sdk
    await openid.a_token(grant_type="authorization_code", code=code)
    openid.decode_token(code, key="k")
    admin.get_users({})  # expect: blocking-sdk
    await admin.a_get_users({})


async def servers():
    cluster = proxmoxer.ProxmoxAPI("pve", user="u", password="p")  # expect: blocking-sdk
    cluster.nodes.get()  # expect: blocking-sdk
    cluster.nodes("a").qemu.get()  # expect: blocking-sdk
    SmartConnect(host="vc")  # expect: blocking-sdk
    hcloud.Client(token="t").servers.get_all()  # expect: blocking-sdk
    python_on_whales.docker.run("hello-world")  # expect: blocking-subprocess
    python_on_whales.docker.compose.up()  # expect: blocking-subprocess
    ansible_runner.run(playbook="a.yml")  # expect: blocking-subprocess
    ansible_runner.run_async(playbook="a.yml")


async def shares(path):
    with sshtunnel.SSHTunnelForwarder("gate") as tunnel:  # expect: blocking-socket
        tunnel.local_bind_port
    ntplib.NTPClient().request("pool.ntp.org")  # expect: blocking-socket


async def clouds(data):
    dropbox.Dropbox("t").files_upload(data, "/a")  # expect: blocking-sdk
    oss2.Bucket(None, "e", "b").put_object("a", data)  # expect: blocking-sdk
    s3fs.S3FileSystem().ls("b")  # expect: blocking-sdk
    await s3fs.S3FileSystem(asynchronous=True)._ls("b")
    gcsfs.GCSFileSystem().open("b/a")  # expect: blocking-sdk
    return await asyncio.to_thread(dropbox.Dropbox("t").files_upload, data, "/a")


async def tables(rows):
    user = User.get("1")  # expect: blocking-database
    user.save()  # expect: blocking-database
    influxdb.InfluxDBClient().write_points(rows)  # expect: blocking-database
