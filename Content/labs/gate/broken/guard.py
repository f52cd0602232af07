"""The guard at the gate."""
from fastapi import HTTPException

from words import Word


class Guard:
    def __init__(self):
        self.word = Word("roses")

    def check(self, name, word):
        if not self.word.matches(word):
            raise HTTPException(401, f"{name} does not know the word")
