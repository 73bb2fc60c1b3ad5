"""People on a Matrix homeserver, played by matrix-nio: a library that is not the one under test.

Reads one JSON command a line, {"id", "who", "do", ...}, and writes one JSON line each: {"id", "ok"} or
{"id", "error"}. In between it writes what people are told: {"who", "room", "event"} for each event of a
room, {"who", "room", "invited": true} for each invitation.
"""

import asyncio
import json
import logging
import sys

import aiohttp
import nio

logging.getLogger("nio").setLevel(logging.CRITICAL)
SYNC_MS = 30_000


def tell(line):
    print(json.dumps(line), flush=True)


class Person:
    def __init__(self, url, name):
        self.url, self.name = url, name
        self.client = nio.AsyncClient(url, name, config=nio.AsyncClientConfig(store_sync_tokens=False))
        self.syncing = None

    async def call(self, method, path, body=None):
        token = self.client.access_token
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with aiohttp.ClientSession() as http:
            async with http.request(method, self.url + path, json=body, headers=headers) as answer:
                said = await answer.json(content_type=None)
                if answer.status >= 400:
                    raise RuntimeError(json.dumps(said))
                return said

    async def enter(self, password):
        """Logs in, and sees what happens from then on."""
        answer = await self.client.login(password, device_name="tests")
        if not isinstance(answer, nio.LoginResponse):
            raise RuntimeError(str(answer))
        self.client.add_response_callback(self.told, nio.SyncResponse)
        self.syncing = asyncio.create_task(self.client.sync_forever(timeout=SYNC_MS))
        await self.client.synced.wait()

    async def told(self, answer):
        for room in answer.rooms.invite:
            tell({"who": self.name, "room": room, "invited": True})
        for rooms in (answer.rooms.join, answer.rooms.leave):
            for room, news in rooms.items():
                for event in news.timeline.events:
                    tell({"who": self.name, "room": room, "event": event.source})

    async def do(self, do, room=None, user=None, **rest):
        client = self.client
        if do == "enter":
            return await self.enter(**rest)
        if do == "call":
            return await self.call(**rest)
        if do == "join":
            return needed(await client.join(room), "room_id")
        if do == "leave":
            return needed(await client.room_leave(room))
        if do == "invite":
            return needed(await client.room_invite(room, user))
        if do == "kick":
            return needed(await client.room_kick(room, user))
        if do == "send":
            return needed(await client.room_send(room, rest["type"], rest["content"]), "event_id")
        if do == "state":
            key = rest.get("key", "")
            return needed(await client.room_put_state(room, rest["type"], rest["content"], key), "event_id")
        if do == "redact":
            return needed(await client.room_redact(room, rest["event"]), "event_id")
        raise RuntimeError(f"Nobody can {do}.")


def needed(answer, name=None):
    if isinstance(answer, nio.ErrorResponse):
        raise RuntimeError(str(answer))
    return getattr(answer, name) if name else None


async def carry_out(people, url, id, who, **what):
    try:
        if who not in people:
            people[who] = Person(url, who)
        tell({"id": id, "ok": await people[who].do(**what)})
    except Exception as error:
        tell({"id": id, "error": repr(error)})


async def main(url):
    people, tasks = {}, set()
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        task = asyncio.create_task(carry_out(people, url, **json.loads(line)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    for person in people.values():
        if person.syncing:
            person.syncing.cancel()
        await person.client.close()


asyncio.run(main(sys.argv[1]))
