"""The sales of each day. Here they are made up, but always the same."""
from datetime import date, timedelta
from typing import NamedTuple


class Day(NamedTuple):
    day: date
    bread: int
    rolls: int
    cakes: int

    def total(self):
        return 4 * self.bread + self.rolls + 18 * self.cakes

    def row(self):
        return (self.day.isoformat(), self.bread, self.rolls, self.cakes, self.total())


def days_of(year):
    first = date(year, 1, 1)
    return [
        Day(first + timedelta(days=n), 40 + n % 7, 180 + n % 31, 6 + n % 5)
        for n in range(365)
    ]


def turnover(days):
    return sum(day.total() for day in days)
