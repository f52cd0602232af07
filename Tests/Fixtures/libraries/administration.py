"""Messages, payments, servers, identities and files in the cloud."""

import asyncio

import ansible_runner
import apprise
import atproto
import auth0.management
import b2sdk.v2
import box_sdk_gen
import braintree
import ccxt
import ccxt.async_support
import clamd
import cloudflare
import deltalake
import dropbox
import gcsfs
import gitlab
import gnupg
import hcloud
import influxdb
import jenkins
import kombu
import lark_oapi as lark
import mastodon
import ntplib
import oss2
import proxmoxer
import pulsar
import pysolr
import python_on_whales
import pywebpush
import razorpay
import resend
import s3fs
import scp
import smbclient
import sqlite_utils
import square
import sshtunnel
import stomp
import vertica_python
import vk_api
import webdav3.client
import zulip
from binance import AsyncClient, Client
from keycloak import KeycloakAdmin, KeycloakOpenID
from linebot.v3.messaging import AsyncMessagingApi, MessagingApi
from podman import PodmanClient
from pynamodb.models import Model
from pyVim.connect import SmartConnect
from pyzabbix import ZabbixAPI
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
    crowd = zulip.Client(config_file="zuliprc")  # expect: blocking-sdk
    crowd.send_message({})  # expect: blocking-sdk
    vk = vk_api.VkApi(token="t").get_api()
    vk.messages.send(user_id=1, message=text)  # expect: blocking-sdk
    return HTTPXRequest()  # expect: blocking-file


async def brokers(body):
    with kombu.Connection("amqp://") as connection:
        producer = connection.Producer()
        producer.publish(body)  # expect: blocking-socket
        queue = connection.SimpleQueue("q")
        queue.get(timeout=1)  # expect: blocking-socket
        queue.get_nowait()
    wire = stomp.Connection([("mq", 61613)])
    wire.connect("u", "p", wait=True)  # expect: blocking-socket
    client = pulsar.Client("pulsar://mq")
    consumer = client.subscribe("t", "s")  # expect: blocking-socket
    consumer.receive()  # expect: blocking-socket
    await asyncio.to_thread(consumer.receive)


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
    razorpay.Client(auth=("a", "b")).order.create({"amount": 1})  # expect: blocking-sdk
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
    auth0.management.Auth0(domain="d").users.get("1")  # expect: blocking-sdk
    await auth0.management.AsyncAuth0(domain="d").users.get("1")


async def servers():
    cluster = proxmoxer.ProxmoxAPI("pve", user="u", password="p")  # expect: blocking-sdk
    cluster.nodes.get()  # expect: blocking-sdk
    cluster.nodes("a").qemu.get()  # expect: blocking-sdk
    SmartConnect(host="vc")  # expect: blocking-sdk
    hcloud.Client(token="t").servers.get_all()  # expect: blocking-sdk
    with PodmanClient() as podman:
        podman.containers.list()  # expect: blocking-sdk
    python_on_whales.docker.run("hello-world")  # expect: blocking-subprocess
    python_on_whales.docker.compose.up()  # expect: blocking-subprocess
    ansible_runner.run(playbook="a.yml")  # expect: blocking-subprocess
    ansible_runner.run_async(playbook="a.yml")
    zabbix = ZabbixAPI("http://z")
    zabbix.host.get()  # expect: blocking-http
    cloudflare.Cloudflare().dns.records.list(zone_id="z")  # expect: blocking-sdk
    await cloudflare.AsyncCloudflare().dns.records.create(zone_id="z")


async def shares(path):
    smbclient.listdir(path)  # expect: blocking-socket
    webdav3.client.Client({}).upload_sync(remote_path="a", local_path=path)  # expect: blocking-http
    with sshtunnel.SSHTunnelForwarder("gate") as tunnel:  # expect: blocking-socket
        tunnel.local_bind_port
    scp.SCPClient(None).put(path)  # expect: blocking-socket
    ntplib.NTPClient().request("pool.ntp.org")  # expect: blocking-socket
    clamd.ClamdUnixSocket().scan(path)  # expect: blocking-socket
    keys = gnupg.GPG()  # expect: blocking-subprocess
    keys.encrypt("x", "a@b")  # expect: blocking-subprocess
    return await asyncio.to_thread(keys.encrypt, "x", "a@b")


async def clouds(data):
    dropbox.Dropbox("t").files_upload(data, "/a")  # expect: blocking-sdk
    box_sdk_gen.BoxClient(auth=None).files.get_file_by_id("1")  # expect: blocking-sdk
    oss2.Bucket(None, "e", "b").put_object("a", data)  # expect: blocking-sdk
    bucket = b2sdk.v2.B2Api().get_bucket_by_name("b")  # expect: blocking-sdk
    bucket.upload_bytes(data, "a")  # expect: blocking-sdk
    s3fs.S3FileSystem().ls("b")  # expect: blocking-sdk
    await s3fs.S3FileSystem(asynchronous=True)._ls("b")
    gcsfs.GCSFileSystem().open("b/a")  # expect: blocking-sdk
    return await asyncio.to_thread(dropbox.Dropbox("t").files_upload, data, "/a")


async def tables(rows):
    deltalake.DeltaTable("t").to_pandas()  # expect: blocking-file
    user = User.get("1")  # expect: blocking-database
    user.save()  # expect: blocking-database
    influxdb.InfluxDBClient().write_points(rows)  # expect: blocking-database
    pysolr.Solr("http://solr").search("q")  # expect: blocking-database
    with vertica_python.connect(host="v") as connection:  # expect: blocking-database
        cursor = connection.cursor()
        cursor.execute("select 1")  # expect: blocking-database
    memory = sqlite_utils.Database(memory=True)
    book = sqlite_utils.Database("a.db")  # expect: blocking-file
    book["t"].insert_all(rows)  # expect: blocking-database
    return memory
