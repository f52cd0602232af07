import asyncio
import io

import chardet
import charset_normalizer
from nbconvert import HTMLExporter
from PIL import Image


async def decode(body):
    encoding = chardet.detect(body)["encoding"]  # expect: cpu-bound
    return body.decode(encoding)


async def best(body):
    return str(charset_normalizer.from_bytes(body).best())  # expect: cpu-bound


async def render(notebook):
    exporter = HTMLExporter()
    return exporter.from_notebook_node(notebook)  # expect: cpu-bound


async def render_elsewhere(notebook):
    exporter = HTMLExporter()
    return await asyncio.to_thread(exporter.from_notebook_node, notebook)


async def decode_elsewhere(body):
    guess = await asyncio.to_thread(chardet.detect, body)
    return body.decode(guess["encoding"])


async def pixels(body):
    image = Image.open(io.BytesIO(body))
    return image.tobytes()  # expect: cpu-bound


async def pixels_elsewhere(body):
    image = Image.open(io.BytesIO(body))
    return await asyncio.to_thread(image.tobytes)
