import importlib

_TABLE = {"load": ".core", "save": (".core", "store")}
_modules = {"core": ["quiet"]}


def __getattr__(name):
    if name == "fetch":
        from .web import fetch

        return fetch
    if name in _TABLE:
        return getattr(importlib.import_module(_TABLE[name], __name__), name)
    raise AttributeError(name)
