"""Programs that stand behind the edge and say what reached them."""
import http.server
import json
import ssl
import sys
import threading
from concurrent import futures

import grpc

# A path on which a service reads the request and dies.
HANG_UP = "/hang-up"
EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"


class Echo(http.server.ThreadingHTTPServer):
    """Answers every request with its own name and with what the request looked like here."""
    daemon_threads = True
    request_queue_size = 512

    def __init__(self, name, pages=None, certificate=None):
        super().__init__(("127.0.0.1", 0), EchoHandler)
        if certificate:
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            tls.load_cert_chain(*certificate)
            # The handshake is then on the thread of its connection, and can fail there without harm to others.
            self.socket = tls.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.name, self.pages, self.hung_up = name, pages or {}, 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, request, client_address):
        """Who does not like our certificate hangs up, which is what is looked for."""
        if not isinstance(sys.exc_info()[1], ssl.SSLError):
            super().handle_error(request, client_address)


class EchoHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        if self.path.endswith(HANG_UP):
            self.server.hung_up += 1
            self.close_connection = True
            return
        told = self.server.pages.get(self.path, {
            "by": self.server.name, "hung up": self.server.hung_up, "method": self.command, "path": self.path, "body": len(self.rfile.read(length)),
            "headers": {key.lower(): value for key, value in self.headers.items()}})
        text = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_):
        """Nobody reads it."""


class Traces:
    """Takes spans as a trace store does (OTLP over gRPC) and keeps them as they came."""

    def __init__(self):
        self.received = []
        self.server = grpc.server(futures.ThreadPoolExecutor(2))
        self.server.add_generic_rpc_handlers((self,))
        self.port = self.server.add_insecure_port("127.0.0.1:0")
        self.server.start()

    def service(self, details):
        return grpc.unary_unary_rpc_method_handler(self.keep) if details.method == EXPORT else None

    def keep(self, request, _):
        self.received.append(request)
        return b""

    def has(self, trace_id):
        """Identifiers stand in the message as their bytes, wherever the field is."""
        return any(bytes.fromhex(trace_id) in message for message in self.received)
