"""Decorators that try again sleep in between, by time.sleep around a plain function."""
import asyncio

import backoff
import retrying
import tenacity
from tenacity import retry, stop_after_attempt, wait_fixed


@retry(stop=stop_after_attempt(3), wait=wait_fixed(2))
def reserve(sku):
    return sku


@retry(stop=stop_after_attempt(3))
def at_once(sku):
    return sku


@retry(wait=wait_fixed(2))
async def gently(sku):
    return sku


@backoff.on_exception(backoff.expo, KeyError, max_time=60)
def look(sku):
    return sku


@backoff.on_exception(backoff.expo, KeyError, max_time=60)
async def look_gently(sku):
    return sku


@retrying.retry(wait_fixed=2000)
def find(sku):
    return sku


async def order(sku):
    reserve(sku)  # expect: blocking-sleep
    at_once(sku)
    await gently(sku)
    look(sku)  # expect: blocking-sleep
    await look_gently(sku)
    find(sku)  # expect: blocking-sleep
    await asyncio.to_thread(reserve, sku)
    for attempt in tenacity.Retrying(wait=wait_fixed(2)):  # expect: blocking-sleep
        with attempt:
            at_once(sku)
    for attempt in tenacity.Retrying(stop=stop_after_attempt(3)):
        with attempt:
            at_once(sku)
    async for attempt in tenacity.AsyncRetrying(wait=wait_fixed(2)):
        with attempt:
            at_once(sku)
