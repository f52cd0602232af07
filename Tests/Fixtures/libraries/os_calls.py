import os
import os.path as osp
from os import path, makedirs
from os.path import exists, isfile
import shutil
import glob
import tempfile
import zipfile
import tarfile
import gzip

async def handler():
    os.listdir(".")  # expect: blocking-file
    os.stat("x")  # expect: blocking-file
    os.path.exists("x")  # expect: blocking-file
    osp.isfile("x")  # expect: blocking-file
    path.getsize("x")  # expect: blocking-file
    exists("x")  # expect: blocking-file
    isfile("x")  # expect: blocking-file
    makedirs("x", exist_ok=True)  # expect: blocking-file
    os.remove("x")  # expect: blocking-file
    os.path.join("a", "b")
    os.path.abspath("x")
    os.getcwd()
    os.environ.get("x")
    shutil.rmtree("x")  # expect: blocking-file
    shutil.copyfile("x", "y")  # expect: blocking-file
    shutil.which("x")  # expect: blocking-file
    shutil.disk_usage("x")  # expect: blocking-file
    glob.glob("*")  # expect: blocking-file
    tempfile.mkdtemp()  # expect: blocking-file
    with tempfile.NamedTemporaryFile() as f:  # expect: blocking-file
        f.write(b"x")
    with tempfile.TemporaryDirectory() as d:  # expect: blocking-file
        pass
    with zipfile.ZipFile("x") as z:  # expect: blocking-file
        z.extractall("y")  # expect: blocking-file
    with tarfile.open("x") as t:  # expect: blocking-file
        t.extractall()  # expect: blocking-file
    with gzip.open("x") as g:  # expect: blocking-file
        g.read()
    with os.scandir("x") as it:  # expect: blocking-file
        for e in it:
            e.stat()  # expect: blocking-file
