import logging

log = logging.getLogger("x")

async def handler():
    log.info("x")
    logging.basicConfig(filename="x")
    handler = logging.FileHandler("x")
