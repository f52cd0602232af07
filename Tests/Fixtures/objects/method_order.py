# With several base classes, what they share comes after all of them.
import asyncio


class Mixin:
    def _save(self, path):
        with open(path, "w") as file:
            file.write("x")

    def _load(self, path):
        with open(path) as file:
            return file.read()


class Files(Mixin):
    def save(self, path):
        self._save(path)


class AsyncMixin(Mixin):
    async def _save(self, path):
        await asyncio.to_thread(Mixin._save, self, path)


class AsyncFiles(Files, AsyncMixin):
    async def save(self, path):
        await self._save(path)

    async def load(self, path):
        return self._load(path)  # expect: blocking-file


class BlockingFiles(Files, Mixin):
    async def save(self, path):
        self._save(path)  # expect: blocking-file
