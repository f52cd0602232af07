"""No object is of an abstract class itself: what it does by default, a class below may do otherwise."""
import asyncio
import subprocess
from abc import ABC, abstractmethod


class Manager(ABC):
    @abstractmethod
    async def install(self, package): ...

    def update(self, path) -> bool:
        return False

    def tree(self):
        return None

    async def refresh(self, path):
        self.update(path)  # expect: blocking-file


class Pip(Manager):
    async def install(self, package):
        return True


class Uv(Manager):
    async def install(self, package):
        return True

    def update(self, path) -> bool:
        with open(path) as file:
            return bool(file.read())

    def tree(self):
        return subprocess.run(["uv", "tree"])


def make(name) -> Manager:
    return Uv() if name == "uv" else Pip()


async def add(name, path):
    manager = make(name)
    await manager.install("a")
    manager.update(path)  # expect: blocking-file
    return manager.tree()  # expect: blocking-subprocess


async def add_elsewhere(name, path):
    manager = make(name)
    await asyncio.to_thread(manager.update, path)
    return await asyncio.to_thread(manager.tree)


async def only_pip():
    manager = Pip()
    manager.update("a")
    return manager.tree()
