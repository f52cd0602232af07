# What operator.attrgetter and operator.methodcaller make, and iter(f, last).
import time
from operator import attrgetter, methodcaller


class Node:
    host = "x"

    @property
    def latency(self):
        time.sleep(1)
        return 1

    def probe(self):
        time.sleep(1)
        return b""

    def quick(self):
        return 1


async def blocks(hosts):
    nodes = [Node() for host in hosts]
    sorted(nodes, key=attrgetter("latency"))  # expect: blocking-sleep
    nodes.sort(key=attrgetter("latency"))  # expect: blocking-sleep
    list(map(methodcaller("probe"), nodes))  # expect: blocking-sleep
    probe = methodcaller("probe")
    for node in nodes:
        probe(node)  # expect: blocking-sleep
    for line in iter(nodes[0].probe, b""):  # expect: blocking-sleep
        print(line)


async def safe(hosts):
    nodes = [Node() for host in hosts]
    map(methodcaller("probe"), nodes)
    list(map(methodcaller("quick"), nodes))
    for node in iter(nodes):
        print(node.host)
    return sorted(nodes, key=attrgetter("host"))
