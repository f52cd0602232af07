import time
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


def report():
    time.sleep(3)


@app.post("/report")
async def start(tasks: BackgroundTasks):
    tasks.add_task(report)
    return {"ok": True}
