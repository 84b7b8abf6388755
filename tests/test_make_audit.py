"""`make audit` clears what was looked up and has no known fault, and nothing else."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from subprocess import CompletedProcess

from on_disk import REAL
from release import LOCKS, locked


@contextmanager
def service(faulty: str) -> Iterator[tuple[str, list[str]]]:
    """A service of advisories that knows a fault of one package; and what it is asked for."""
    asked: list[str] = []

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            wanted = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = wanted["package"]["name"]
            asked.append(name)
            known = {"id": "PYSEC-0000-1", "summary": "lek", "affected": []}
            body = json.dumps({"vulns": [known]} if name == faulty else {}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def audit(address: str) -> CompletedProcess[str]:
    """What `make audit` says, asking the service at *address*."""
    known = [f"PY={sys.executable}", f"ADVISORIES=osv --osv-url {address}"]
    command = ["make", "-o", ".venv/dev", "audit", *known]
    return subprocess.run(command, cwd=REAL, capture_output=True, text=True, check=False)


def test_all_that_is_locked_is_asked_for_and_cleared() -> None:
    with service("") as (address, asked):
        run = audit(address)
    assert run.returncode == 0, run.stderr
    elsewhere = {"brotlicffi", "colorama"}  # of another Python, and of Windows
    assert sorted(asked) == sorted(set(locked(LOCKS["tests"])) - elsewhere)


def test_a_known_fault_is_told() -> None:
    with service("pyyaml") as (address, _):
        run = audit(address)
    assert run.returncode != 0
    assert "PYSEC-0000-1" in run.stdout
    assert "pyyaml" in run.stdout
    assert "Not cleared" in run.stderr


def test_no_answer_clears_nothing() -> None:
    with service("") as (address, _):
        pass
    run = audit(address)
    assert run.returncode != 0
    assert "Not cleared" in run.stderr
