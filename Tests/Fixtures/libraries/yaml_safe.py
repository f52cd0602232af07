import io

import yaml


async def handler(text: str):
    yaml.safe_load(text)
    yaml.safe_load(io.StringIO(text))
    return yaml.safe_dump({"a": 1})
