import yaml

async def handler(text: str):
    return yaml.safe_load(text)
