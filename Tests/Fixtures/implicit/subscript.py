import shelve
import time


class Store:
    def __getitem__(self, key):
        time.sleep(1)
        return key

    def __setitem__(self, key, value):
        open(key).close()

    def __delitem__(self, key):
        time.sleep(1)

    def __contains__(self, key):
        time.sleep(1)
        return True

    def __len__(self):
        return 3


async def use():
    store = Store()
    print(store["a"])  # expect: blocking-sleep
    store["a"] = 1  # expect: blocking-file
    del store["a"]  # expect: blocking-sleep
    print("a" in store)  # expect: blocking-sleep
    print("a" not in store)  # expect: blocking-sleep
    print(len(store))
    plain = {"a": 1}
    plain["a"] = 2
    print("a" in plain, plain["a"])
