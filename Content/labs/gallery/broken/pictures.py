"""Pictures, and how they become small."""
from tools import Scissors


class Picture:
    def __init__(self, name):
        self.name = name

    @property
    def caption(self):
        return f"a {self.name}"

    def thumbnail(self):
        return self.shrunk(by=8)

    def shrunk(self, by):
        raise NotImplementedError


class Photograph(Picture):
    def shrunk(self, by):
        return Photograph(Scissors(by).cut(self.name))
