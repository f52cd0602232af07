# A lambda is called with the elements of what stands beside it.
import functools
import heapq
import time


class Node:
    def __init__(self, host):
        self.host = host

    @property
    def latency(self):
        time.sleep(1)
        return 1

    def probe(self):
        time.sleep(1)
        return 2


class Quick:
    latency = 1

    def probe(self):
        return 2


async def blocks(hosts):
    nodes = [Node(host) for host in hosts]
    min(nodes, key=lambda node: node.latency)  # expect: blocking-sleep
    sorted(nodes, key=lambda node: (-node.latency, node.host))  # expect: blocking-sleep
    nodes.sort(key=lambda node: node.probe())  # expect: blocking-sleep
    list(map(lambda node: node.probe(), nodes))  # expect: blocking-sleep
    heapq.nlargest(1, nodes, key=lambda node: node.probe())  # expect: blocking-sleep
    functools.reduce(lambda total, node: total + node.probe(), nodes)  # expect: blocking-sleep
    for node in filter(lambda node: node.probe(), nodes):  # expect: blocking-sleep
        print(node.latency)  # expect: blocking-sleep


async def safe(hosts):
    nodes = [Quick() for host in hosts]
    map(lambda node: node.probe(), [Node(host) for host in hosts])
    sorted(nodes, key=lambda node: node.probe())
    return min([Node(host) for host in hosts], key=lambda node: node.host)


async def narrowing(hosts):
    nodes = [Node(host) for host in hosts]
    nodes = filter(lambda node: node.host, nodes)
    for node in nodes:
        node.probe()  # expect: blocking-sleep
