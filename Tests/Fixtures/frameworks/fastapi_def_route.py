# FastAPI runs a plain `def` route, dependency or background task in a thread.
import time

from fastapi import Depends, FastAPI

app = FastAPI()


def settings():
    time.sleep(1)
    return {}


@app.get("/slow")
def slow(given=Depends(settings)):
    time.sleep(1)
    return given


@app.get("/fast")
async def fast(given=Depends(settings)):
    return given
