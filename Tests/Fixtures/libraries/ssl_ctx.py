import ssl

def build():
    context = ssl.create_default_context()
    context.load_cert_chain("x")
    return context

class Server:
    def __init__(self):
        self._ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    async def start(self):
        build()  # expect: blocking-file, blocking-file
        self._ctx.load_default_certs()  # expect: blocking-file
        self._ctx.load_verify_locations("x")  # expect: blocking-file
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).set_default_verify_paths()  # expect: blocking-file
