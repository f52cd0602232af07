"""A small book shop. Start it with `uvicorn main:app`."""
from fastapi import FastAPI

from checkout import total
from receipts import send_receipt

app = FastAPI(title="Book shop")

CART = [("The Tempest", 9.50), ("Emma", 12.00)]


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/cart/{currency}")
async def show_cart(currency: str):
    amount = total(CART, currency)
    return {"books": len(CART), "currency": currency, "total": amount}


@app.post("/orders/{number}/receipt")
def mail_receipt(number: int):
    return {"sent": send_receipt(number)}
