# `self.x = …` in a method of the class runs the setter too.
import pathlib


class Settings:
    def __init__(self):
        self.theme = "dark"

    @property
    def theme(self):
        return self._theme

    @theme.setter
    def theme(self, value):
        pathlib.Path("theme").write_text(value)
        self._theme = value

    async def reset(self):
        self.theme = "light"  # expect: blocking-file
        self._theme = "light"


async def make():
    return Settings()  # expect: blocking-file
