"""Show the site while it is written: made anew at every change, reloaded by the browser itself."""

import asyncio
import gc
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread

from watchfiles import Change, awatch

from waw_site import report
from waw_site.commands.shared import FINE, save, show
from waw_site.folders import TEMPLATES
from waw_site.options import MisuseError, Options
from waw_site.preview import Preview, audited, remade
from waw_site.preview.server import Shown, serving
from waw_site.problem import oorzaak

PORT, TRIED = 8000, 20
REST = 1  # s without a change, in which the browser has loaded the page
SETTLE = 20  # ms without a change, after which a file is taken to be saved
PATIENCE = 400  # ms after which changes that keep coming are not waited for


def run(options: Options) -> int:
    """Serve until Ctrl-C; raises MisuseError where the port is taken."""
    ports = range(PORT, PORT + TRIED)
    if options.port is not None:
        ports = range(options.port, options.port + 1)
    try:
        asyncio.run(_serve(options, ports))
    except KeyboardInterrupt:
        print("\nHet voorbeeld is gestopt.")
    except ExceptionGroup as group:
        error = group.exceptions[0]
        if not isinstance(error, OSError):
            raise
        message = "Wat er in data en content verandert, kan niet worden gevolgd."
        raise MisuseError(f"{message} Kijk of u die mappen mag lezen.") from None
    except OSError as error:
        message = f"Poort {ports[-1]} kan niet worden gebruikt: {oorzaak(error)}."
        raise MisuseError(f"{message} Kies een andere met --port.") from None
    return FINE


async def _serve(options: Options, ports: range) -> None:
    gc.disable()  # it takes a sixth of a rebuild; between two of them there is time enough
    shown, changed, rest = Shown(Preview({})), asyncio.Event(), asyncio.Event()
    changed.set()
    async with serving(shown, ports) as address, asyncio.TaskGroup() as tasks:
        print(f"Het voorbeeld staat op {address}; stoppen gaat met Ctrl-C.", flush=True)
        tasks.create_task(_watch(options, changed))
        tasks.create_task(_follow(options, shown, changed, rest))
        tasks.create_task(_audit(options, shown, rest))


async def _watch(options: Options, changed: asyncio.Event) -> None:
    """Tell of every change; a watch dies with its folder, which is watched anew when it is back."""
    folders = [Path(folder).resolve() for folder in (options.data, options.content, TEMPLATES)]
    while True:
        async for changes in awatch(*folders, debounce=PATIENCE, step=SETTLE):
            changed.set()
            gone = {Path(path) for kind, path in changes if kind is Change.deleted}
            if not gone.isdisjoint(folders) or not all(map(os.path.isdir, folders)):
                break
        while not all(map(os.path.isdir, folders)):
            await asyncio.sleep(PATIENCE / 1000)
        changed.set()


async def _follow(
    options: Options, shown: Shown, changed: asyncio.Event, rest: asyncio.Event
) -> None:
    """Make the preview anew after every change; changes meanwhile are taken together."""
    while await changed.wait():
        changed.clear()
        began = time.perf_counter()
        preview = await asyncio.to_thread(remade, options, shown.preview)
        shown.show(preview)
        _say(preview, time.perf_counter() - began)
        if await _at_rest(changed):
            if preview.found and preview.cache:
                await asyncio.to_thread(save, options, preview.found, preview.cache)
            gc.collect()
            rest.set()


async def _audit(options: Options, shown: Shown, rest: asyncio.Event) -> None:
    """Take back what gives away a hidden figure; it may take a while, in which work goes on."""
    good = Preview({})
    while await rest.wait():
        rest.clear()
        made = shown.preview
        if made.blocking or made.failure or made.version == good.version:
            continue
        held = await _aside(partial(audited, options, made, good))
        if held is made:
            good = made
        elif shown.preview is made:
            shown.show(held)
            _say(held, 0)


async def _aside(work: Callable[[], Preview]) -> Preview:
    """What *work* gives; who stops the program does not wait for it."""
    done: Future[Preview] = Future()
    done.set_running_or_notify_cancel()
    Thread(target=lambda: done.set_result(work()), daemon=True).start()
    return await asyncio.wrap_future(done)


async def _at_rest(changed: asyncio.Event) -> bool:
    """Whether nothing changes for a while: the browser first fetches what is new."""
    try:
        await asyncio.wait_for(changed.wait(), REST)
    except TimeoutError:
        return True
    return False


def _say(preview: Preview, seconds: float) -> None:
    """The same in the terminal as in the browser."""
    show(preview.blocking, sys.stdout)
    now = time.strftime("%H:%M:%S")
    if preview.failure or preview.blocking:
        counted = preview.failure or f"{report.counts(preview.blocking)}."
        kept = " Het voorbeeld toont nog de laatste goede versie." if preview.files else ""
        print(f"{now}  {counted}{kept}", flush=True)
    else:
        spent = f"{seconds:.1f}".replace(".", ",")
        counted = report.counts(preview.problems)
        rest = f" {counted}; lees ze met check." if counted else ""
        print(f"{now}  Bijgewerkt in {spent} s.{rest}", flush=True)
