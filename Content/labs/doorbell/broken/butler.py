"""The butler, who comes slowly from another house: there is nothing to mend here."""
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Butler(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.4)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"dear {self.path[1:]}".encode())

    def log_message(self, *words):
        pass


def woken():
    butler = ThreadingHTTPServer(("127.0.0.1", 0), Butler)
    butler.daemon_threads = True
    threading.Thread(target=butler.serve_forever, daemon=True).start()
    return butler.server_address[1]


PORT = woken()
