import time


class Report:
    def __str__(self):
        time.sleep(1)
        return "x"

    def __len__(self):
        time.sleep(1)
        return 1

    def __bool__(self):
        time.sleep(1)
        return True


class Quiet:
    def __str__(self):
        return "x"

    def __del__(self):
        time.sleep(1)


async def use():
    report = Report()
    str(report)  # expect: blocking-sleep
    f"it is {report}"  # expect: blocking-sleep
    len(report)  # expect: blocking-sleep
    bool(report)  # expect: blocking-sleep
    quiet = Quiet()
    print(f"{quiet}", str(quiet))
