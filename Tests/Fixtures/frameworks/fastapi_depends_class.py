import requests
from fastapi import Depends, FastAPI

app = FastAPI()


class Client:
    def load(self):
        return requests.get("x")


@app.get("/")
async def index(client: Client = Depends(), other=Depends(Client)):
    client.load()  # expect: blocking-http
    return other.load()  # expect: blocking-http
