"""What each branch sold on each day. Here it is made up, but always the same."""
from datetime import date, timedelta
from typing import NamedTuple

BRANCHES = ("Harbour", "Market", "Mill", "Station", "University")


class Day(NamedTuple):
    day: date
    branch: str
    bread: int
    rolls: int
    cakes: int

    def total(self):
        return 4 * self.bread + self.rolls + 18 * self.cakes


def days_of(year):
    first = date(year, 1, 1)
    return [
        Day(first + timedelta(days=n), branch, 40 + n % 7, 180 + n % 31, 6 + n % 5)
        for n in range(365)
        for branch in BRANCHES
    ]


def turnover(days):
    return sum(day.total() for day in days)
