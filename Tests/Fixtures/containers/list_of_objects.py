import requests

class Probe:
    def check(self):
        return requests.get("u")

class Monitor:
    def __init__(self):
        self.probes: list[Probe] = []

    async def run(self):
        for probe in self.probes:
            probe.check()  # expect: blocking-http
        [p.check() for p in self.probes]  # expect: blocking-http
        self.probes[0].check()  # expect: blocking-http
        self.probes.pop().check()  # expect: blocking-http
