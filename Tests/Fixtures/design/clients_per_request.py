import chromadb
import jwt
from fastapi import FastAPI
from pymilvus import AsyncMilvusClient

app = FastAPI()
keys = jwt.PyJWKClient("x")
milvus = AsyncMilvusClient("x")


@app.get("/own")
async def own():
    jwt.PyJWKClient("x")  # expect: engine-per-request
    await chromadb.AsyncHttpClient()  # expect: engine-per-request
    await AsyncMilvusClient("x").search("x", [])  # expect: engine-per-request


@app.get("/shared")
async def shared():
    await milvus.search("x", [])
