"""A phone in a real Chromium that is woken: its browser takes the address of the test's push service, and what arrives
there is put into the service worker as the browser would."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import CDPSession, Worker

from tests.browser.devices import Device
from tests.push.service import Phone, PushService

# there is no push service to be reached from here, and only its address and keys are ours: all else is the browser's
STUB = """
const made = (known) => known && { ...known, toJSON: () => known,
  unsubscribe: async () => { await window.pushTest('unsubscribe', ''); return true; } };
PushManager.prototype.subscribe = async function (options) {
  return made(await window.pushTest('subscribe', String(options.applicationServerKey))); };
PushManager.prototype.getSubscription = async function () { return made(await window.pushTest('get', '')); };
"""
SHOWN = """
navigator.serviceWorker.ready.then((ready) => ready.getNotifications()).then((all) => all.map(
  ({ title, body, tag, silent, actions }) =>
    ({ title, body, tag, silent, actions: actions.map(({ title }) => title) })))
"""
# how many messages the worker has seen to, whatever it did with them
SEEN_TO = """
() => {
  if (self.seenTo === undefined) {
    self.seenTo = 0;
    const wait = ExtendableEvent.prototype.waitUntil;
    ExtendableEvent.prototype.waitUntil = function (work) {
      wait.call(this, work);
      if (this instanceof PushEvent) Promise.resolve(work).finally(() => self.seenTo++).catch(() => undefined);
    };
  }
  return self.seenTo;
}
"""
# as a press: the event is ours, everything it sets going is the worker's own
PRESS = """
async ([tag, action]) => {
  const [notification] = await self.registration.getNotifications({ tag });
  const event = new NotificationEvent('notificationclick', { notification, action });
  const going = [];
  event.waitUntil = (promise) => going.push(promise);
  self.dispatchEvent(event);
  await Promise.all(going);
}
"""
# as a push service that gave the device another address: the event is ours, what follows is the worker's own
MOVED = """
async (target) => {
  const event = new ExtendableEvent('pushsubscriptionchange');
  event.newSubscription = target && { toJSON: () => target };
  const going = [];
  event.waitUntil = (promise) => going.push(promise);
  self.dispatchEvent(event);
  await Promise.all(going);
}
"""


@dataclass(slots=True)
class WokenPhone:
    """A device, its address at the push service, and the way into its service worker."""

    device: Device
    service: PushService
    cdp: CDPSession
    registration: str
    phone: Phone | None = None
    known: dict[str, Any] | None = None
    keys: list[str] = field(default_factory=list)
    given: int = 0

    def answer(self, what: str, key: str) -> dict[str, Any] | None:
        """What the browser says when the page asks its PushManager."""
        if what == "subscribe":
            self.phone, target = self.service.phone()
            self.known = {"endpoint": target["endpoint"], "keys": {name: target[name] for name in ("p256dh", "auth")}}
            self.keys.append(key)
        elif what == "unsubscribe":
            self.known = None
        return self.known

    async def woken(self, count: int = 1) -> list[dict[str, Any]]:
        """Wait until so many messages have come to the push service, hand over the new ones; gives their contents."""
        phone = self.phone
        assert phone is not None
        await until(lambda: len(phone.got) >= count)
        news = [content for content, _ in phone.got[self.given :]]
        for content in news:
            await self.give(content)
        self.given = len(phone.got)
        return news

    async def give(self, content: dict[str, Any]) -> None:
        """What the browser does with a decrypted message."""
        told = {"origin": self.device.origin, "registrationId": self.registration, "data": json.dumps(content)}
        before: int = await self.worker.evaluate(SEEN_TO)
        await self.cdp.send("ServiceWorker.deliverPushMessage", told)
        async with asyncio.timeout(15):
            while await self.worker.evaluate(SEEN_TO) == before:
                await asyncio.sleep(0.02)

    async def shown(self) -> list[dict[str, Any]]:
        """The notifications that stand on the phone."""
        found: list[dict[str, Any]] = await self.device.page.evaluate(SHOWN)
        return found

    async def standing(self, count: int = 1) -> list[dict[str, Any]]:
        """The notifications that stand on the phone, once there are so many."""
        async with asyncio.timeout(15):
            while len(found := await self.shown()) < count:
                await asyncio.sleep(0.05)
        return found

    async def press(self, tag: str, action: str = "") -> None:
        """Press the notification, or the button on it."""
        await self.worker.evaluate(PRESS, [tag, action])

    async def moved(self) -> Phone:
        """The browser is given another address at the push service; gives what the device was at the old one."""
        before = self.phone
        assert before is not None
        await self.worker.evaluate(MOVED, self.answer("subscribe", "moved"))
        self.given = 0
        return before

    @property
    def worker(self) -> Worker:
        return self.device.context.service_workers[0]


async def a_woken_phone(device: Device, service: PushService) -> WokenPhone:
    """A device with the app on it, its service worker at work, and notifications allowed once it asks."""
    await device.context.grant_permissions(["notifications"], origin=device.origin)
    holder: list[WokenPhone] = []

    def answer(what: str, key: str) -> dict[str, Any] | None:
        return holder[0].answer(what, key)

    await device.context.expose_function("pushTest", answer)
    await device.context.add_init_script(STUB)
    cdp = await device.context.new_cdp_session(device.page)
    found: list[dict[str, Any]] = []
    cdp.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    await cdp.send("ServiceWorker.enable")
    holder.append(WokenPhone(device, service, cdp, ""))
    await device.open("/uitnodigingen")
    await device.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await until(lambda: bool([each for each in found if not each["isDeleted"]]))
    holder[0].registration = [each for each in found if not each["isDeleted"]][-1]["registrationId"]
    return holder[0]


async def until(so: Callable[[], object], seconds: float = 15) -> None:
    """Wait until it is so."""
    async with asyncio.timeout(seconds):
        while not so():
            await asyncio.sleep(0.05)
