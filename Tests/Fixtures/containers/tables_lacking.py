# Tables that call a function for what they lack.
import collections
import time
from collections import defaultdict


def fetch():
    time.sleep(1)
    return {}


class Cache(dict):
    def __missing__(self, key):
        time.sleep(1)
        return key


cache = Cache()
counts = defaultdict(int)


class Limits:
    def __init__(self):
        self.by_tenant = collections.defaultdict(fetch)
        self.waiting = defaultdict(list)

    async def allowed(self, tenant):
        self.waiting[tenant].append(1)
        self.by_tenant[tenant] = {}
        return self.by_tenant[tenant]["max"]  # expect: blocking-sleep


async def use(key):
    counts[key] += 1
    cache[key] = 1
    print(cache.get(key))
    return cache[key]  # expect: blocking-sleep
