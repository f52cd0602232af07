import requests

class Probe:
    def check(self):
        return requests.get("u")

async def run(probes: dict[str, Probe], name: str):
    probes[name].check()  # expect: blocking-http
    probes.get(name).check()  # expect: blocking-http
    for probe in probes.values():
        probe.check()  # expect: blocking-http
    for _, probe in probes.items():
        probe.check()  # expect: blocking-http
    probe = probes.pop(name)
    probe.check()  # expect: blocking-http
    next(iter(probes.values())).check()  # expect: blocking-http
    probes.setdefault(name, Probe()).check()  # expect: blocking-http
