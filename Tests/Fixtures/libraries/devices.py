import paho.mqtt.client as mqtt
import paho.mqtt.publish as publish
import websocket
from icmplib import async_ping, ping
from netmiko import ConnectHandler
from pymodbus.client import AsyncModbusTcpClient, ModbusTcpClient
from scapy.all import sr1
from smbus2 import SMBus
from websockets.sync.client import connect

broker = mqtt.Client()
meter = ModbusTcpClient("x")
meter_async = AsyncModbusTcpClient("x")


async def handler():
    broker.connect("x")  # expect: blocking-socket
    broker.connect_async("x")
    broker.loop_start()
    broker.loop_forever()  # expect: blocking-socket
    broker.publish("x", "y")
    broker.publish("x", "y").wait_for_publish()  # expect: blocking-lock
    publish.single("x", "y", hostname="z")  # expect: blocking-socket
    meter.read_holding_registers(1)  # expect: blocking-socket
    await meter_async.read_holding_registers(1)
    with ConnectHandler(host="x") as router:  # expect: blocking-socket
        router.send_command("x")  # expect: blocking-socket
    SMBus(1).read_byte_data(1, 2)  # expect: blocking-file
    websocket.create_connection("x").recv()  # expect: blocking-socket, blocking-socket
    with connect("x") as socket:  # expect: blocking-socket
        socket.recv()  # expect: blocking-socket
    ping("x")  # expect: blocking-socket
    await async_ping("x")
    sr1(None)  # expect: blocking-socket
