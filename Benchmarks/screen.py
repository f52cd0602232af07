#!/usr/bin/env python3
"""Measures the wizard on a pseudo terminal: first frame, key to painted answer, scrolling, idle CPU, bytes a key.

screen.py EXECUTABLE CORPUS: the corpus is what is scanned meanwhile; a million lines or more say something.
"""
import fcntl
import os
import pathlib
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

QUIET = 0.006  # an answer is whole when so long nothing more comes


class Wizard:
    """The executable on a terminal of its own."""

    def __init__(self, executable, project, state, columns=80, rows=24):
        controller, terminal = os.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": state}
        self.started = time.perf_counter()
        self.process = os.fork()
        if self.process == 0:
            os.setsid()
            fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
            for descriptor in range(3):
                os.dup2(terminal, descriptor)
            os.execve(executable, [executable, "--fresh", project], environment)
        os.close(terminal)
        self.terminal = controller
        self.seen = b""
        self.size = 0

    def read(self, timeout):
        """What comes within the timeout; the time at which it came."""
        ready, _, _ = select.select([self.terminal], [], [], timeout)
        if not ready:
            return b"", None
        data = os.read(self.terminal, 65536)
        now = time.perf_counter()
        self.seen = (self.seen + data)[-200_000:]
        self.size += len(data)
        return data, now

    def wait(self, text, timeout=120):
        """Waits until a text is written; when it was."""
        end = time.perf_counter() + timeout
        while text not in self.seen:
            _, now = self.read(max(0, end - time.perf_counter()))
            if now is None:
                raise SystemExit(f"screen.py: {text!r} did not come; the last was {self.seen[-500:]!r}")
        return time.perf_counter()

    def settle(self, quiet=0.3):
        while self.read(quiet)[1] is not None:
            pass

    def press(self, key, text=None):
        """Presses a key; seconds until its answer (the text, if one is given) was painted whole, and its bytes."""
        self.seen = b""
        before = self.size
        start = time.perf_counter()
        os.write(self.terminal, key)
        painted = start
        while True:
            _, now = self.read(QUIET if painted > start and (text is None or text in self.seen) else 2)
            if now is None:
                break
            if text is None or text not in self.seen or painted == start:
                painted = now
            if text is not None and text in self.seen:
                painted = now
                break
        return painted - start, self.size - before

    def ticks(self):
        fields = pathlib.Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def end(self):
        os.kill(self.process, signal.SIGTERM)
        try:
            while self.read(5)[1] is not None:
                pass
        except OSError:  # the terminal has nobody left
            pass
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def milliseconds(values):
    return (
        f"median {statistics.median(values) * 1000:.1f} ms, 99 % within {percentile(values, 0.99) * 1000:.1f} ms, "
        f"longest {max(values) * 1000:.1f} ms ({len(values)} times)"
    )


def first_frame(executable, corpus, state):
    times = []
    for _ in range(20):
        wizard = Wizard(executable, corpus, state)
        times.append(wizard.wait(b"help") - wizard.started)
        wizard.end()
    print(f"first frame after exec: {milliseconds(times)}")


def keys_while_scanning(executable, corpus, state):
    times, sizes, lines = [], [], b""
    while len(times) < 200:
        wizard = Wizard(executable, corpus, state)
        wizard.wait(b"help")
        opens = True
        done = False
        while not done:
            taken, size = wizard.press(b"?", b"Help" if opens else b"Minute 0")
            opens = not opens
            done = b"scanned in" in wizard.seen
            if not done:
                times.append(taken)
                sizes.append(size)
            else:
                lines = wizard.seen
            # A person types no faster.
            end = time.perf_counter() + 0.02
            while time.perf_counter() < end:
                data, _ = wizard.read(max(0, end - time.perf_counter()))
                done = done or b"scanned in" in data
        wizard.end()
    print(f"key to painted answer while scanning: {milliseconds(times)}")
    print(f"bytes a key, a whole new view each: median {statistics.median(sizes):.0f}, most {max(sizes)}")


def scrolling(executable, state, columns, rows):
    with tempfile.TemporaryDirectory() as folder:
        body = "".join(f"\n\nasync def f{number}():\n    time.sleep({number})\n" for number in range(1000))
        for number in range(100):
            pathlib.Path(folder, f"module_{number:03}.py").write_text("import time\n" + body)
        wizard = Wizard(executable, folder, state, columns, rows)
        wizard.wait(b"help")
        wizard.wait(b"scanned in")
        for key in (b"2", b"1", b"\r", b"\r", b"\r"):
            wizard.settle()
            if b"Which call blocks" in wizard.seen or b"causes, reached" in wizard.seen:
                break
            os.write(wizard.terminal, key)
        wizard.wait(b"causes, reached", 20)
        wizard.settle()
        times, sizes = [], []
        for key, count in ((b"j", 300), (b"\x1b[6~", 300), (b"k", 100), (b"\x1b[5~", 100), (b"G", 1), (b"k", 100)):
            for _ in range(count):
                taken, size = wizard.press(key)
                times.append(taken)
                sizes.append(size)
        print(f"scrolling 100,000 findings at {columns}x{rows}: {milliseconds(times)}")
        print(
            f"bytes a key: median {statistics.median(sizes):.0f}, "
            f"99 % within {percentile(sizes, 0.99)}, most {max(sizes)}"
        )
        for name, keys in (
            ("filtering", ("f", *"mod_09 -z", "\x15", *"zzz", "\x15", *"sleep error 9", "\r")),
            ("searching", ("/", *"module_099.py:99", "\r", "n", "N", "/", *"nowhere", "\r")),
            ("sorting", "sss"),
            ("marking", "xxux"),
        ):
            times = [wizard.press(key.encode())[0] for key in keys]
            print(f"{name} 100,000 findings: {milliseconds(times)}")
            # Escape waits a moment, since it may begin the sequence of another key.
            wizard.press(b"\x1b")
        rescan(wizard)
        wizard.settle(1)
        before = wizard.ticks()
        time.sleep(5)
        print(f"idle: {wizard.ticks() - before} ticks of CPU in 5 s")
        wizard.end()


def rescan(wizard):
    """Keys while the project is scanned again, and while its findings take the place of those before."""
    wizard.press(b"r")
    times, opens, left = [], True, 50
    while left:
        times.append(wizard.press(b"?", b"Help" if opens else b"Minute 8")[0])
        opens = not opens
        if b"scanned in" in wizard.seen or left < 50:
            left -= 1
        time.sleep(0.02)
    print(f"key to painted answer while 100,000 findings are found again: {milliseconds(times)}")


def main():
    executable, corpus = os.path.abspath(sys.argv[1]), sys.argv[2]
    state = tempfile.mkdtemp()
    try:
        first_frame(executable, corpus, state)
        keys_while_scanning(executable, corpus, state)
        scrolling(executable, state, 80, 24)
        scrolling(executable, state, 200, 60)
    finally:
        shutil.rmtree(state)


main()
