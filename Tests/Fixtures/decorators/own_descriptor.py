# Descriptors of the project as decorators.
import time


class lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, object, owner=None):
        return self.function(object)


class classproperty:
    def __init__(self, getter):
        self.getter = getter

    def __get__(self, object, owner):
        return self.getter(owner)


class bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, object, owner=None):
        return self


class Provider:
    @lazy
    def keys(self):
        time.sleep(1)
        return {}

    @classproperty
    def data(cls):
        time.sleep(1)
        return {}

    @bound
    def later(self):
        time.sleep(1)


provider = Provider()


async def use(token):
    print(Provider.data)  # expect: blocking-sleep
    print(Provider.keys, provider.later)
    return token in provider.keys  # expect: blocking-sleep
