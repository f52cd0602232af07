import configparser
import ctypes.util
import http.cookiejar
import importlib.resources
import io
import linecache
import mmap
import netrc
import os
import os.path
import pathlib
import pkgutil
import platform
import pwd
import tokenize
import venv
import wave
import webbrowser
import xml.etree.ElementTree as ET
from importlib import metadata
from xml.dom import minidom


async def files(data, mapped: mmap.mmap):
    tokenize.open("x")  # expect: blocking-file
    wave.open("x")  # expect: blocking-file
    wave.open(io.BytesIO(data))
    mapped.flush()  # expect: blocking-file
    linecache.updatecache("x")  # expect: blocking-file
    os.mkfifo("x")  # expect: blocking-file
    os.getxattr("x", "y")  # expect: blocking-file
    os.preadv(1, [], 0)  # expect: blocking-file
    os.path.sameopenfile(1, 2)  # expect: blocking-file
    pathlib.Path("x").is_socket()  # expect: blocking-file
    ET.parse("x")  # expect: blocking-file
    ET.parse(io.BytesIO(data))
    ET.fromstring(data)
    for event, element in ET.iterparse("x"):  # expect: blocking-file
        pass
    minidom.parse(io.BytesIO(data))
    ET.ElementTree().write("x")  # expect: blocking-file
    http.cookiejar.MozillaCookieJar("x").load()  # expect: blocking-file
    netrc.netrc()  # expect: blocking-file
    configparser.RawConfigParser().read("x")  # expect: blocking-file
    configparser.ConfigParser().read_string("x")


async def packages():
    importlib.resources.files("x").joinpath("y").read_text()  # expect: blocking-file
    importlib.resources.read_binary("x", "y")  # expect: blocking-file
    pkgutil.get_data("x", "y")  # expect: blocking-file
    metadata.Distribution.from_name("x")  # expect: blocking-file


async def system():
    ctypes.util.find_library("x")  # expect: blocking-subprocess
    venv.create("x")  # expect: blocking-subprocess
    platform.architecture()  # expect: blocking-subprocess
    platform.system()
    webbrowser.open("x")  # expect: blocking-subprocess
    pwd.getpwnam("x")  # expect: blocking-file
