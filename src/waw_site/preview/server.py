"""A server on loopback that shows a preview, and tells the browser when there is a newer one."""

import asyncio
import contextlib
import json
import logging
import mimetypes
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from aiohttp.http import HttpProcessingError
from aiohttp.typedefs import Handler

from waw_site import report
from waw_site.preview import Preview
from waw_site.problem import Problem

HOST = "127.0.0.1"
OWN = "/_voorbeeld/"
HERE = Path(__file__).parent
_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".xml": "application/xml"}
_POLICY = b"default-src 'none'"
_OPEN = b"default-src 'none'; script-src 'self'; connect-src 'self'"


@dataclass(slots=True)
class Shown:
    """The preview that is shown, and whoever waits for the next one."""

    preview: Preview
    news: asyncio.Event = field(default_factory=asyncio.Event)
    stopped: bool = False

    def show(self, preview: Preview) -> None:
        """Show *preview* from now on, and tell every page that is open."""
        self.preview = preview
        self._tell()

    def stop(self) -> None:
        """Let go of every page that is open."""
        self.stopped = True
        self._tell()

    def _tell(self) -> None:
        self.news.set()
        self.news = asyncio.Event()


@contextlib.asynccontextmanager
async def serving(shown: Shown, ports: range) -> AsyncIterator[str]:
    """Serve *shown* on the first of *ports* that is free; gives the address. Raises OSError."""
    app = web.Application(middlewares=[_local])
    app.router.add_get(f"{OWN}nieuws", lambda request: _news(shown, request))
    for name in ("voorbeeld.js", "voorbeeld.css"):
        app.router.add_get(f"{OWN}{name}", _own)
    app.router.add_get("/{path:.*}", lambda request: _page(shown, request))
    log = logging.getLogger(__name__)
    log.addFilter(_ours)
    runner = web.AppRunner(app, shutdown_timeout=1, access_log=None, logger=log)
    await runner.setup()
    try:
        yield f"http://{HOST}:{await _listen(runner, ports)}/"
    finally:
        shown.stop()
        await runner.cleanup()


async def _listen(runner: web.AppRunner, ports: range) -> int:
    for port in ports:
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError:
            if port == ports[-1]:
                raise
        else:
            break
    address: tuple[str, int] = runner.addresses[0]
    return address[1]


def _ours(record: logging.LogRecord) -> bool:
    """Whether what went wrong is of the program: what is no HTTP was answered, and that is all."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


@web.middleware
async def _local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer nobody who came by another name: a page elsewhere may have made that up."""
    if request.host.partition(":")[0] not in (HOST, "localhost"):
        raise web.HTTPForbidden
    return await handler(request)


async def _own(request: web.Request) -> web.Response:
    return _answer(request.path, (HERE / request.path.removeprefix(OWN)).read_bytes())


async def _page(shown: Shown, request: web.Request) -> web.Response:
    files, path = shown.preview.files, request.match_info["path"]
    if not files:
        return _answer("leeg.html", _with_script(shown, (HERE / "leeg.html").read_bytes()), 503)
    if path and not path.endswith("/") and f"{path}/index.html" in files:
        raise web.HTTPFound(f"/{path}/")
    name = f"{path}index.html" if not path or path.endswith("/") else path
    if name not in files:
        return _answer("404.html", _with_script(shown, files["404.html"]), 404)
    data = files[name]
    return _answer(name, _with_script(shown, data) if name.endswith(".html") else data)


def _answer(path: str, data: bytes, status: int = 200) -> web.Response:
    suffix = Path(path).suffix
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    headers = {"Content-Type": kind, "Cache-Control": "no-store"}
    return web.Response(body=data, status=status, headers=headers)


def _with_script(shown: Shown, html: bytes) -> bytes:
    """A page that follows the preview; only here may a page run a script."""
    about = f'data-versie="{shown.preview.version}" data-stijl="{_style(shown.preview)}"'
    script = f'<script src="{OWN}voorbeeld.js" {about} defer></script>'
    style = f'<link rel="stylesheet" href="{OWN}voorbeeld.css">'
    head = f"{style}\n{script}\n</head>".encode()
    return html.replace(_POLICY, _OPEN, 1).replace(b"</head>", head, 1)


async def _news(shown: Shown, request: web.Request) -> web.StreamResponse:
    """Server-sent events: how things are now, and then every change of it."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    with contextlib.suppress(ConnectionResetError):
        while not shown.stopped:
            news = shown.news
            await response.write(f"data: {json.dumps(_told(shown.preview))}\n\n".encode())
            await news.wait()
    return response


def _style(preview: Preview) -> str:
    """Which stylesheet it is: with another, a page is loaded anew."""
    return f"{hash(preview.files.get('monitor.css')):x}"


def _told(preview: Preview) -> dict[str, object]:
    rest = [p for p in preview.problems if p not in preview.blocking]
    return {
        "versie": preview.version,
        "stijl": _style(preview),
        "vastgelopen": preview.failure,
        "fouten": [_one(problem) for problem in preview.blocking],
        "geteld": report.counts(preview.blocking),
        "verder": [_one(problem) for problem in rest],
        "verder_geteld": report.counts(rest),
    }


def _one(problem: Problem) -> dict[str, str]:
    return {
        "ernst": str(problem.ernst),
        "plaats": str(problem.place),
        "melding": problem.melding,
        "hint": problem.hint or "",
    }
