import docker
from kubernetes import client, config

d = docker.from_env()

async def handler():
    d.containers.list()  # expect: blocking-sdk
    d.containers.run("x").wait()  # expect: blocking-sdk, blocking-sdk
    d.containers.get("x").stop()  # expect: blocking-sdk, blocking-sdk
    config.load_kube_config()  # expect: blocking-file
    client.CoreV1Api().list_namespaced_pod("x")  # expect: blocking-sdk
