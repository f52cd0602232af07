import io
import zipfile

async def handler(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        z.namelist()
