// Opus out of WebM (what Chromium records) into Ogg (what Discord's voice messages are). The sound itself is not touched.
// https://www.rfc-editor.org/rfc/rfc7845 and https://www.rfc-editor.org/rfc/rfc8794

const CODEC_PRIVATE = 0x63a2, SIMPLE_BLOCK = 0xa3, BLOCK = 0xa1;
const MASTERS = new Set([0x1a45dfa3, 0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]); // entered rather than skipped
const FIRST = 2, LAST = 4; // flags of a page
const PACKETS_A_PAGE = 50; // a second of 20 ms packets

interface Opus { head: Uint8Array; packets: Uint8Array[] }

/** A number of variable length; an id keeps its marker, a size does not. ``unknown`` where all its bits are set. */
function variable(data: Uint8Array, at: number, keep: boolean): { value: number; length: number; unknown: boolean } {
  const first = data[at] ?? 0, length = Math.clz32(first) - 23;
  let value = keep ? first : first & (0xff >> length), ones = (first | (0xff << (8 - length)) & 0xff) === 0xff;
  for (let next = 1; next < length; next += 1) {
    value = value * 256 + (data[at + next] ?? 0);
    ones &&= data[at + next] === 0xff;
  }
  return { value, length, unknown: ones };
}

function opusOf(data: Uint8Array): Opus {
  const found: Opus = { head: new Uint8Array(), packets: [] };
  for (let at = 0; at < data.length;) {
    const id = variable(data, at, true), size = variable(data, at + id.length, false);
    at += id.length + size.length;
    if (MASTERS.has(id.value)) continue;
    const end = size.unknown ? data.length : at + size.value;
    if (id.value === CODEC_PRIVATE) found.head = data.subarray(at, end);
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) found.packets.push(data.subarray(at + variable(data, at, false).length + 3, end));
    at = end;
  }
  return found;
}

/** Length of a packet in samples of 48 kHz, from its first bytes (RFC 6716, 3.1). */
function samples(packet: Uint8Array): number {
  const toc = packet[0] ?? 0, config = toc >> 3;
  const milliseconds = config < 12 ? [10, 20, 40, 60][config & 3]! : config < 16 ? [10, 20][config & 1]! : [2.5, 5, 10, 20][config & 3]!;
  const frames = [1, 2, 2, (packet[1] ?? 0) & 63][toc & 3]!;
  return milliseconds * frames * 48;
}

const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

function page(packets: Uint8Array[], sequence: number, position: number, flags: number): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);
  const bytes = new Uint8Array(27 + lacing.length + packets.reduce((sum, each) => sum + each.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([0x4f, 0x67, 0x67, 0x53, 0, flags]); // "OggS"
  view.setBigUint64(6, BigInt(position), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, sequence, true);
  bytes[26] = lacing.length;
  bytes.set(lacing, 27);
  let at = 27 + lacing.length;
  for (const packet of packets) { bytes.set(packet, at); at += packet.length; }
  view.setUint32(22, bytes.reduce((sum, byte) => ((sum << 8) ^ CRC[(sum >>> 24) ^ byte]!) >>> 0, 0), true);
  return bytes;
}

/** Null where the file is not Opus in WebM, or has no sound in it. */
export function oggOf(webm: Uint8Array): Blob | null {
  const { head, packets } = opusOf(webm);
  if (!packets.length || new TextDecoder().decode(head.subarray(0, 8)) !== "OpusHead") return null;
  const vendor = new TextEncoder().encode("Inkling");
  const tags = new Uint8Array(16 + vendor.length);
  tags.set(new TextEncoder().encode("OpusTags"));
  tags[8] = vendor.length;
  tags.set(vendor, 12);
  const pages = [page([head], 0, 0, FIRST), page([tags], 1, 0, 0)];
  let position = 0;
  for (let at = 0; at < packets.length;) {
    const some: Uint8Array[] = [];
    let laces = 0;
    while (at < packets.length && some.length < PACKETS_A_PAGE) {
      const next = packets[at]!, more = Math.floor(next.length / 255) + 1;
      if (laces + more > 255) break;
      laces += more;
      position += samples(next);
      some.push(next);
      at += 1;
    }
    pages.push(page(some, pages.length, position, at < packets.length ? 0 : LAST));
  }
  return new Blob(pages as BlobPart[], { type: "audio/ogg" });
}
