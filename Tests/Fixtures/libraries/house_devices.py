"""Devices and servers in the house: clients that ask them, and constructors that already do."""

import asyncio

import caldav
import can
import fritzconnection
import geoip2.database
import geoip2.webservice
import getmac
import hdate
import holidays
import maxminddb
import mcstatus
import micloud
import opcua
import plexapi.myplex
import plexapi.server
import pychromecast
import pyflume
import pywemo
import qbittorrentapi
import serial
import soco
import transmission_rpc
import tzlocal
from caldav import DAVClient
from deebot_client.mqtt_client import create_mqtt_config
from gassist_text import TextAssistant
from geoip2.webservice import AsyncClient
from habitipy.aio import HabitipyAsync
from holidays import country_holidays
from ical.calendar_stream import IcsCalendarStream
from PyViCare.PyViCare import PyViCare
from sense_energy import ASyncSenseable
from timezonefinder import TimezoneFinder
from todoist_api_python.api import TodoistAPI
from todoist_api_python.api_async import TodoistAPIAsync
from zeroconf import ServiceInfo, Zeroconf
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf


async def speakers():
    found = soco.discover()  # expect: blocking-socket
    speaker = soco.SoCo("10.0.0.2")
    speaker.play_uri("http://radio")  # expect: blocking-http
    await asyncio.to_thread(speaker.pause)
    return found


async def films():
    server = plexapi.server.PlexServer("http://plex", "token")  # expect: blocking-http
    server.search("film")  # expect: blocking-http
    account = plexapi.myplex.MyPlexAccount("name", "word")  # expect: blocking-http
    return await asyncio.to_thread(account.resources)


async def casts():
    pychromecast.get_chromecasts()  # expect: blocking-socket
    return await asyncio.to_thread(pychromecast.get_chromecasts)


async def sockets():
    pywemo.discover_devices()  # expect: blocking-http


async def router(host):
    box = fritzconnection.FritzConnection(address=host)  # expect: blocking-http
    box.call_action("WANIPConn1", "GetStatusInfo")  # expect: blocking-http


async def torrents():
    client = transmission_rpc.Client(host="box")  # expect: blocking-http
    client.get_torrents()  # expect: blocking-http
    other = qbittorrentapi.Client(host="box")
    other.torrents_info()  # expect: blocking-http
    return await asyncio.to_thread(other.torrents_info)


async def tasks(token):
    api = TodoistAPI(token)
    api.add_task("water the plants")  # expect: blocking-http
    await TodoistAPIAsync(token).add_task("water the plants")


async def television():
    return await asyncio.to_thread(getmac.get_mac_address, ip="10.0.0.4")


async def address():
    return getmac.get_mac_address(ip="10.0.0.4")  # expect: blocking-subprocess


async def services(info: ServiceInfo):
    zeroconf = Zeroconf()
    zeroconf.get_service_info("_http._tcp.local.", "x")  # expect: blocking-socket
    info.request(zeroconf, 3000)  # expect: blocking-socket
    await zeroconf.async_get_service_info("_http._tcp.local.", "x")
    calm = AsyncZeroconf()
    await calm.async_register_service(info)
    await AsyncServiceInfo("_http._tcp.local.", "x").async_request(calm.zeroconf, 3000)


async def games():
    server = mcstatus.JavaServer("play.example.org")
    await server.async_status()
    return server.status()  # expect: blocking-socket


async def machines():
    client = opcua.Client("opc.tcp://plc:4840")
    client.connect()  # expect: blocking-socket
    node = client.get_node("ns=2;i=3")
    node.get_value()  # expect: blocking-socket


async def bus():
    port = can.interface.Bus(channel="can0", interface="socketcan")
    port.recv(timeout=0)
    return port.recv()  # expect: blocking-socket


async def ports():
    later = serial.Serial()
    later.port = "/dev/ttyS0"
    later.open()  # expect: blocking-socket
    none = serial.Serial(None, 9600)
    now = serial.Serial("/dev/ttyS0", 9600)  # expect: blocking-socket
    return later, none, now


async def vacuum(host, token):
    cloud = micloud.MiCloud("name", "word")  # expect: blocking-file
    cloud.login()  # expect: blocking-http
    return await asyncio.to_thread(cloud.get_devices)


async def sun():
    heating = PyViCare()
    heating.initWithCredentials("name", "word", "id", "file")  # expect: blocking-http


async def water(auth, session):
    data = pyflume.FlumeData(auth, "1", "UTC", 60, update_on_init=False)  # expect: blocking-file
    data.update()  # expect: blocking-http
    await asyncio.to_thread(data.update)


async def assistants(credentials, conf, tree, session, context):
    assistant = TextAssistant(credentials)
    assistant.assist("lights off")  # expect: blocking-sdk
    await asyncio.to_thread(assistant.assist, "lights off")
    habits = HabitipyAsync(conf)  # expect: blocking-file
    HabitipyAsync(conf, apis=tree)
    gateway = ASyncSenseable(client_session=session)  # expect: blocking-file
    ASyncSenseable(client_session=session, ssl_verify=False)
    await gateway.authenticate("name", "word")
    create_mqtt_config(device_id="1", country="de")  # expect: blocking-file
    return await habits.user.get(session)


async def free_days(year):
    days = country_holidays("DE", years=year)  # expect: blocking-file
    same = holidays.country_holidays("FR", years=year)  # expect: blocking-file
    calm = await asyncio.to_thread(country_holidays, "DE", years=year)
    empty = holidays.HolidayBase(years=year)
    return days, same, calm, empty


async def calendars(text, zone):
    calendar = IcsCalendarStream.calendar_from_ics(text)  # expect: blocking-file
    calm = await asyncio.to_thread(IcsCalendarStream.calendar_from_ics, text)
    place = hdate.Location(timezone=zone)  # expect: blocking-file
    here = tzlocal.get_localzone()  # expect: blocking-file
    return calendar, calm, place, here


async def appointments():
    client = DAVClient(url="https://dav")
    principal = client.principal()  # expect: blocking-http
    for calendar in principal.calendars():  # expect: blocking-http
        calendar.events()  # expect: blocking-http
        await asyncio.to_thread(calendar.todos)
    return caldav.DAVClient(url="https://other")


async def places(point):
    zones = TimezoneFinder()  # expect: blocking-file
    reader = geoip2.database.Reader("city.mmdb")  # expect: blocking-file
    raw = maxminddb.open_database("city.mmdb")  # expect: blocking-file
    reader.city("1.1.1.1")
    geoip2.webservice.Client(1, "key").city("1.1.1.1")  # expect: blocking-http
    async with AsyncClient(1, "key") as client:
        await client.city("1.1.1.1")
    return zones, raw
