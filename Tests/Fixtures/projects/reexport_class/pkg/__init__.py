from pkg.impl import Client
__all__ = ["Client"]
