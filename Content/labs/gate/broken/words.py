"""Words that are kept as a hash, so that nobody can read them."""
import hashlib
import hmac
import os

ROUNDS = 150_000


class Word:
    def __init__(self, word):
        self.salt = os.urandom(16)
        self.hash = self.hashed(word)

    def matches(self, word):
        return hmac.compare_digest(self.hashed(word), self.hash)

    def hashed(self, word):
        return hashlib.pbkdf2_hmac("sha256", word.encode(), self.salt, ROUNDS)
