"""Programs that stand behind the edge and say what reached them."""
import http.server
import json
import threading
from concurrent import futures

import grpc

EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"


class Echo(http.server.ThreadingHTTPServer):
    """Answers every request with its own name and with what the request looked like here."""
    daemon_threads = True
    request_queue_size = 512

    def __init__(self, name, pages=None):
        super().__init__(("127.0.0.1", 0), EchoHandler)
        self.name, self.pages, self.seen = name, pages or {}, 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


class EchoHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self):
        self.server.seen += 1
        length = int(self.headers.get("Content-Length") or 0)
        told = self.server.pages.get(self.path, {
            "by": self.server.name, "method": self.command, "path": self.path, "body": len(self.rfile.read(length)),
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
