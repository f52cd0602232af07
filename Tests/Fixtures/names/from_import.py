from subprocess import check_output, run


async def build():
    run(["make"])  # expect: blocking-subprocess
    return check_output(["git", "log"])  # expect: blocking-subprocess
