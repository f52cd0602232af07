# A method of the same name on something unknown is not the library's.
class Cache:
    def get(self, key):
        return key

    def execute(self, query):
        return query


async def look_up(cache: Cache, other, key):
    cache.get(key)
    cache.execute(key)
    other.get(key)
    other.execute(key)
    return {}.get(key)
