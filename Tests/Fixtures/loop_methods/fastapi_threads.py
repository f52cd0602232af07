# FastAPI and Starlette run plain functions in a pool.
import requests
from fastapi import BackgroundTasks, Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException

app = FastAPI()


def user():
    return requests.get("https://example.org/user").json()


def session():
    requests.get("https://example.org/open")
    yield 1
    requests.get("https://example.org/close")


def mail(to):
    requests.post("https://example.org/mail")


@app.get("/")
def index(who=Depends(user), db=Depends(session)):
    return requests.get("https://example.org").json()


@app.post("/")
async def create(tasks: BackgroundTasks, who=Depends(user)):
    tasks.add_task(mail, "a@example.org")
    return JSONResponse({}, background=BackgroundTask(mail, "b"))


@app.exception_handler(HTTPException)
def failed(request: Request, error):
    requests.post("https://example.org/errors")


class Page(HTTPEndpoint):
    def get(self, request):
        requests.get("https://example.org")
