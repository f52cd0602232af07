"""A public library. Start it with `uvicorn main:app`."""
from fastapi import FastAPI

from catalogue import cover, load
from labels import print_label
from reminders import remind

app = FastAPI(title="Library")


@app.get("/books")
async def books():
    return load()


@app.get("/books/{number}/cover")
async def show_cover(number: int):
    return {"bytes": len(cover(number))}


@app.post("/books/{number}/label")
async def make_label(number: int):
    return {"printed": print_label(number)}


@app.post("/members/{name}/reminder")
async def send_reminder(name: str):
    return {"tries": await remind(name)}
