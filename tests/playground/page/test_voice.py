"""Voice messages, recorded from Chromium's own pretended microphone or uploaded, and forwards."""

from __future__ import annotations

import io
import math
import re
import struct
import wave

import aiohttp
import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback, Voice
from bot.playground.media import sniff
from bot.playground.server import PageServer
from tests.playground.page.acts import box, command, complaints
from tests.playground.page.oggs import FIRST, LAST, pages

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


def tone(seconds: float = 2.0, rate: int = 8000) -> bytes:
    """A WAV file that grows louder."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        count = int(seconds * rate)
        samples = (int(30000 * n / count * math.sin(n * 0.3)) for n in range(count))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return out.getvalue()


async def to_inkling(page: Page) -> None:
    if await page.get_by_role("button", name="Show channels").is_visible():
        await page.get_by_role("button", name="Show channels").click()
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name="Inkling").click()
    await expect(box(page, "@Inkling")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
async def test_a_recorded_voice_message_is_heard_by_the_bot_and_played(
    page: Page, loopback: Loopback, width: int
) -> None:
    await page.set_viewport_size({"width": width, "height": 844})
    await to_inkling(page)
    await page.get_by_role("button", name="Record a voice message").click()
    recorder = page.get_by_role("group", name="Recording a voice message")
    await expect(recorder.get_by_role("timer")).to_have_text("0:01")
    levels = await recorder.locator(".levels i").evaluate_all("all => all.map(e => e.offsetHeight)")
    assert max(levels) > min(levels), "it shows how loud it is"
    assert await complaints(page) == []
    await page.keyboard.press("Enter")  # the button to send has the focus
    await expect(page.get_by_text("Heard True")).to_be_visible()
    await expect(page.get_by_role("article").last).to_contain_text("audio/ogg")
    [spoken] = loopback.history(loopback.owner, loopback.dm_channel(loopback.owner))[0]["attachments"]
    assert spoken["filename"] == "voice-message.ogg" and spoken["content_type"] == "audio/ogg"
    head, tags, *sound = pages((loopback.media(spoken["url"]) or (b"", ""))[0])
    assert head.packets[0].startswith(b"OpusHead") and tags.packets[0].startswith(b"OpusTags")
    assert (head.flags, sound[-1].flags) == (FIRST, LAST) and all(each.flags == 0 for each in sound[:-1])
    assert [each.sequence for each in (head, tags, *sound)] == list(range(len(sound) + 2))
    assert sound[-1].position / 48_000 == pytest.approx(spoken["duration_secs"], abs=0.1)
    player = page.locator("ink-voice").first
    await expect(player.locator(".voice-time")).to_have_text(re.compile(r"0:\d\d"))
    assert len(set(await player.locator("rect").evaluate_all("all => all.map(e => e.getAttribute('height'))"))) > 1
    await player.get_by_role("button", name="Play voice message").click()
    await expect(player.get_by_role("button", name="Pause")).to_be_visible()
    await expect(player.get_by_role("button", name="Play voice message")).to_be_visible(timeout=20_000)  # at its end
    assert await page.locator(".scroller").evaluate("e => e.scrollWidth <= innerWidth")
    assert await complaints(page) == []


async def test_a_recording_is_thrown_away(page: Page, loopback: Loopback) -> None:
    await page.get_by_role("button", name="Record a voice message").click()
    await expect(page.get_by_role("timer")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("timer")).to_have_count(0)
    await expect(box(page)).to_be_focused()
    assert loopback.history(loopback.owner, loopback.channel) == []


async def test_leaving_the_channel_closes_the_microphone_and_keeps_what_was_said(page: Page) -> None:
    await page.get_by_role("button", name="Record a voice message").click()
    await expect(page.get_by_role("timer")).to_have_text("0:01")
    await to_inkling(page)
    await expect(page.get_by_role("button", name="Record a voice message")).to_be_visible()
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name="studio").click()
    await expect(page.get_by_role("timer")).to_have_count(0)
    await page.get_by_role("button", name="Send as voice message").click()
    await expect(page.locator("ink-voice")).to_be_visible()


async def test_an_uploaded_recording_is_sent_as_a_voice_message(page: Page) -> None:
    await to_inkling(page)
    files = [{"name": "thought.wav", "mimeType": "audio/wav", "buffer": tone()}]
    await page.get_by_label("Attach files").set_input_files(files)  # type: ignore[arg-type]
    await page.get_by_role("button", name="Send as voice message").click()
    await expect(page.get_by_text("Heard True, 20 samples, audio/wav")).to_be_visible()
    player = page.locator("ink-voice").first
    heights = await player.locator("rect").evaluate_all("all => all.map(e => Number(e.getAttribute('height')))")
    assert heights == sorted(heights) and heights[-1] == 30
    place = player.get_by_role("slider")
    await player.get_by_role("button", name="Play voice message").click()
    await player.get_by_role("button", name="Pause").click()
    await place.fill("1.5")
    await expect(player.locator(".voice-time")).to_have_text("0:02 / 0:02")
    files[0]["name"] = "song.mp3"
    await page.get_by_label("Attach files").set_input_files(files)  # type: ignore[arg-type]
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("song.mp3", exact=True)).to_be_visible()  # a file, with the browser's player


async def test_what_is_no_recording_is_refused(page: Page) -> None:
    files = [{"name": "song.ogg", "mimeType": "audio/ogg", "buffer": b"no sound"}]
    await page.get_by_label("Attach files").set_input_files(files)  # type: ignore[arg-type]
    await page.get_by_role("button", name="Send as voice message").click()
    await expect(page.get_by_text("song.ogg cannot be read as sound in this browser.")).to_be_visible()
    await expect(page.get_by_role("list", name="Files to send")).to_contain_text("song.ogg")  # not lost


async def test_parts_of_a_recording_are_served_and_lies_are_not(server: PageServer, loopback: Loopback) -> None:
    data, voice = tone(), Voice(2.0, b"\x00\xff")
    sent = await loopback.send_voice(loopback.owner, loopback.channel, ("a.wav", data), voice)
    [attachment] = sent["attachments"]
    assert attachment["duration_secs"] == 2.0 and attachment["waveform"] == "AP8="
    path = attachment["url"].split(str(loopback.port), 1)[1]
    origin = f"http://127.0.0.1:{server.port}"
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(origin, cookie_jar=jar, headers={"Origin": origin}) as session:
        await session.get(f"/?key={server.guard.key}")
        for asked, status, got in (
            ("bytes=0-3", 206, b"RIFF"),
            ("bytes=-4", 206, data[-4:]),
            (f"bytes={len(data)}-", 416, b""),
        ):
            async with session.get(path, headers={"Range": asked}) as answer:
                assert (answer.status, await answer.read()) == (status, got)
                assert answer.content_type == "audio/wav"
        url = f"/api/channels/{loopback.channel}/voice"
        for payload in ("{}", '{"duration_secs": 2, "waveform": "!"}', '{"duration_secs": 1e9, "waveform": "AP8="}'):
            form = aiohttp.FormData({"payload": payload})
            form.add_field("files[0]", data, filename="a.wav")
            async with session.post(url, data=form) as answer:
                assert answer.status == 400
        form = aiohttp.FormData({"payload": '{"duration_secs": 2, "waveform": "AP8="}'})
        form.add_field("files[0]", b"<script>", filename="a.ogg")
        async with session.post(url, data=form) as answer:
            assert "not a recording" in (await answer.json())["refused"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"OggS\x00", "audio/ogg"),
        (b"\x1aE\xdf\xa3", "audio/webm"),
        (b"\x00\x00\x00\x1cftypiso5", "audio/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVE", "audio/wav"),
        (b"ID3\x04", "audio/mpeg"),
        (b"fLaC", "audio/flac"),
        (b"RIFF\x00\x00\x00\x00AVI ", None),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
    ],
)
async def test_recordings_are_told_by_their_bytes(head: bytes, kind: str | None) -> None:
    assert sniff(head) == kind


async def test_a_message_is_forwarded_and_says_from_where(page: Page) -> None:
    await command(page, "remember the **milk**")
    await page.get_by_role("article").click(button="right")
    await page.get_by_role("button", name="Forward").click()
    sheet = page.get_by_role("dialog", name="Forward to")
    assert await complaints(page) == []
    await sheet.get_by_role("button", name="@Inkling").click()
    await expect(page.get_by_text("Forwarded to @Inkling.")).to_be_visible()
    await to_inkling(page)
    await expect(page.get_by_text("Forwarded: remember the milk")).to_be_visible()
    copy = page.get_by_role("article").first
    await expect(copy.locator("strong")).to_have_text("milk")
    await copy.click(button="right")
    await expect(page.get_by_role("dialog", name="Message actions")).to_be_visible()
    await expect(page.get_by_role("button", name="Forward", exact=True)).to_have_count(0)
    await page.keyboard.press("Escape")
    assert await complaints(page) == []
    await copy.get_by_role("button", name="#studio").click()
    await expect(box(page)).to_be_visible()
