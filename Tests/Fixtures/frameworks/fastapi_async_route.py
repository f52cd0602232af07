import requests
from fastapi import APIRouter

router = APIRouter()


@router.get("/weather")
async def weather():
    return requests.get("https://example.org").json()  # expect: blocking-http
