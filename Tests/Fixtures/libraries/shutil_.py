import shutil


async def run():
    shutil.copytree("a", "b")  # expect: blocking-file
    shutil.rmtree("a")  # expect: blocking-file
    shutil.which("x")  # expect: blocking-file
