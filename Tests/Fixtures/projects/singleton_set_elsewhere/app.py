import state as s
from state import state

async def handler():
    state.db.execute("x")  # expect: blocking-database
    s.db.execute("x")  # expect: blocking-database
