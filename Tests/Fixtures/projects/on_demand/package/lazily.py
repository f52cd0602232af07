import importlib


def lazy_import(name, message=""):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ImportError(message) from error
