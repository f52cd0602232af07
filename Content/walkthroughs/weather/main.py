"""Weather for hikers. Start it with `hypercorn main:app`."""
from quart import Quart

from stations import Stations

app = Quart(__name__)
stations = Stations()


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/weather/<place>")
async def weather(place):
    return await stations.report(place)


@app.after_serving
async def close():
    await stations.close()
