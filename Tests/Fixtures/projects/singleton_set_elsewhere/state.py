class State:
    pass

state = State()
db = None
