"""The bank, far away and slow. It stands for another machine: there is nothing to mend here."""
import socketserver
import threading
import time

RATES = {"USD": 1.09, "GBP": 0.84, "JPY": 163.2, "CHF": 0.94}


class Desk(socketserver.StreamRequestHandler):
    def handle(self):
        currency = self.rfile.readline().decode().strip()
        time.sleep(0.4)
        self.wfile.write(f"{RATES[currency]}\n".encode())


def opened():
    bank = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Desk)
    bank.daemon_threads = True
    threading.Thread(target=bank.serve_forever, daemon=True).start()
    return bank.server_address[1]


PORT = opened()
