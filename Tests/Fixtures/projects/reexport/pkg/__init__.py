from .inner import pause
from .inner import slow as lento
from .star import *

__all__ = ["pause", "lento"]
