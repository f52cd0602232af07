import asyncio

import chardet
import charset_normalizer
from nbconvert import HTMLExporter


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
