"""Work that nobody waits for: echoes of the bot's own messages, retries. It ends with the Slack that began it."""

import asyncio
from collections.abc import Coroutine


class Background:
    """Holds the running tasks; without a reference the event loop might drop them half-way."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[None, None, None]) -> None:
        """Begin some work and forget it once it is done."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Cancel what still runs, and wait until it has ended."""
        running = list(self._tasks)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
