from .pause import pause
