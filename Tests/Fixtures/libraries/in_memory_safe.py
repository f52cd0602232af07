import io
import zipfile
import json
import gzip
from io import BytesIO, StringIO

async def handler(data: bytes):
    buffer = io.BytesIO(data)
    buffer.read()
    s = StringIO()
    s.write("x")
    json.dump({}, s)
    json.loads(data)
    BytesIO(data).getvalue()
