"""The drum, turned long enough that nobody can say it was not fair."""


def turn(ticket):
    value = ticket
    for _ in range(1_000_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 1000
