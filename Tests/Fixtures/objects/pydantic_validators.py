"""Making a model runs its validators, where it is made."""
import asyncio

import requests
from fastapi import FastAPI
from pydantic import BaseModel, field_validator, model_validator

app = FastAPI()


class Order(BaseModel):
    sku: str

    @field_validator("sku")
    @classmethod
    def is_known(cls, value):
        requests.get(f"https://stock.example/{value}").raise_for_status()
        return value


class Basket(BaseModel):
    orders: list

    @model_validator(mode="after")
    def check(self):
        requests.post("https://stock.example/", json=self.orders)
        return self


class Settled(Basket):
    pass


class Delivery(BaseModel):
    address: str

    def model_post_init(self, context):
        requests.get(f"https://map.example/{self.address}")


class Plain(BaseModel):
    sku: str

    def is_known(self):
        requests.get(f"https://stock.example/{self.sku}")


class NoModel:
    @field_validator("sku")
    def is_known(self):
        requests.get("https://stock.example/")


async def take(data):
    order = Order(**data)  # expect: blocking-http
    again = Order.model_validate(data)  # expect: blocking-http
    Settled(orders=[order, again])  # expect: blocking-http
    Delivery(address="x")  # expect: blocking-http
    await asyncio.sleep(0)


async def take_off(data):
    await asyncio.to_thread(Order.model_validate, data)
    await asyncio.to_thread(Order, **data)
    Order.model_construct(sku="x")
    Plain(sku="x")
    Plain.model_validate(data)
    NoModel()


class Request(BaseModel):
    sku: str

    @field_validator("sku")
    @classmethod
    def is_known(cls, value):
        requests.get(f"https://stock.example/{value}")  # expect: blocking-http
        return value


class Filed(BaseModel):
    sku: str

    @field_validator("sku")
    @classmethod
    def is_known(cls, value):
        requests.get(f"https://stock.example/{value}")
        return value


@app.post("/orders")
def create(request: Request):
    return {"ok": True}


def file(request: Filed):
    return {"ok": True}
