"""nginx and Apache of Debian, each as a web server of its own with our snippet from deploy/."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from on_disk import REAL, put

DEPLOY = REAL / "deploy"
MODULES = "alias authz_core autoindex dir headers mime mpm_event".split()
NGINX = """
daemon off;
master_process off;
pid {work}/pid;
error_log stderr crit;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location = {under} {{ return 301 {under}/; }}
        location {under}/ {{
            alias {site}/;
            set $monitor {under}/;
            include {deploy}/nginx.conf;
        }}
    }}
}}
"""
APACHE = """
{modules}
ServerName localhost
ServerRoot {work}
DefaultRuntimeDir {work}
PidFile {work}/pid
ErrorLog {work}/error.log
User nobody
Group nogroup
Listen 127.0.0.1:{port}
TypesConfig /dev/null
<Directory />
    Require all denied
</Directory>
Define MONITOR {under}/
Alias {under} {site}
<Directory {site}>
    Include {deploy}/apache.conf
</Directory>
"""
COMMANDS = {
    "nginx": ("nginx", "-e", "stderr", "-c"),
    "apache": ("apache2", "-D", "FOREGROUND", "-f"),
}


def config(kind: str, site: Path, under: str, port: int, work: Path) -> Path:
    """The configuration of a server of this *kind* with *site* at *under*."""
    modules = "\n".join(
        f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so" for m in MODULES
    )
    text = {"nginx": NGINX, "apache": APACHE}[kind].format(
        site=site, under=under, port=port, work=work, deploy=DEPLOY, modules=modules
    )
    return put(work / f"{kind}.conf", text)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(kind: str, site: Path, under: str) -> Iterator[str]:
    """The address of *site*, while a server of this *kind* has it at *under*."""
    with tempfile.TemporaryDirectory() as work:
        port = free_port()
        file = config(kind, site, under, port, Path(work))
        with running(kind, file, port):
            yield f"http://127.0.0.1:{port}{under}"


@contextmanager
def running(kind: str, file: Path, port: int) -> Iterator[None]:
    """A server with the configuration in *file*, from when it answers on *port*."""
    path = f"{os.environ['PATH']}:/usr/sbin"
    command = [*COMMANDS[kind], str(file)]
    with subprocess.Popen(command, env={"PATH": path}, stderr=subprocess.PIPE, text=True) as server:
        try:
            for _ in range(500):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert server.poll() is None, server.communicate()[1]
                time.sleep(0.01)
            yield
        finally:
            server.terminate()
