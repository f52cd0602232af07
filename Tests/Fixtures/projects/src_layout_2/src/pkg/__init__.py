from .core import load as load
