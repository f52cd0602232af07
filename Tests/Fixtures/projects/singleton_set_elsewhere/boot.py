import sqlite3
import state as s
from state import state

def boot():
    state.db = sqlite3.connect("x")
    s.db = sqlite3.connect("x")
