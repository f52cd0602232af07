import stripe
from stripe import Charge

client = stripe.StripeClient("k")

async def handler():
    stripe.Charge.create(amount=1)  # expect: blocking-sdk
    stripe.checkout.Session.create()  # expect: blocking-sdk
    Charge.retrieve("x")  # expect: blocking-sdk
    client.v1.customers.list()  # expect: blocking-sdk
    await stripe.Charge.create_async(amount=1)
