import asyncio
import signal
import subprocess


class Server:
    async def run(self):
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop, number)
        loop.add_signal_handler(signal.SIGHUP, lambda: self.reload())

    def stop(self, number):
        subprocess.call(["systemctl", "stop", "it"])  # expect: blocking-subprocess

    def reload(self):
        pass

    def restart(self):
        subprocess.call(["systemctl", "restart", "it"])
