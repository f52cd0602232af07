import sqlite3


class Fourth:
    def run(self):
        self.db = sqlite3.connect("x")
