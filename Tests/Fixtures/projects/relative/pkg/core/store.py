def save():
    open("x")
