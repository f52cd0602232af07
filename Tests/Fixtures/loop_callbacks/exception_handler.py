import asyncio
import smtplib


def complain(loop, context):
    with smtplib.SMTP("localhost") as server:  # expect: blocking-socket
        server.sendmail("a@example.org", "b@example.org", str(context))  # expect: blocking-socket


def log(loop, context):
    print(context)


def main():
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(complain)
    other = asyncio.new_event_loop()
    other.set_exception_handler(log)
