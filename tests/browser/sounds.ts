// Sounds made here: whole files a browser plays, of nothing but silence.

/** The check sum of a page of Ogg (RFC 3533, section 6): polynomial 0x04c11db7, not reflected, begun at nought. */
function crc(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum = (sum ^ (byte << 24)) >>> 0;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1) >>> 0;
    }
  }
  return sum;
}

function page(n: number, flags: number, at: number, packets: Buffer[]): Buffer {
  const head = Buffer.alloc(27);
  head.write("OggS", 0, "latin1");
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(at), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(n, 18);
  head[26] = packets.length;
  const whole = Buffer.concat([head, Buffer.from(packets.map((packet) => packet.length)), ...packets]);
  whole.writeUInt32LE(crc(whole), 22);
  return whole;
}

/** So many seconds of silence, at most five: Opus in Ogg (RFC 7845). `mark` tells two of them apart. */
export function silence(seconds: number, mark: string): Buffer {
  const head = Buffer.alloc(19);
  head.write("OpusHead", 0, "latin1");
  head[8] = 1;
  head[9] = 1;
  head.writeUInt32LE(48000, 12);
  const name = Buffer.from(mark, "utf8");
  const long = (n: number) => { const four = Buffer.alloc(4); four.writeUInt32LE(n); return four; };
  const tags = Buffer.concat([Buffer.from("OpusTags", "latin1"), long(name.length), name, long(0)]);
  // A frame of twenty milliseconds with nothing in it: RFC 6716, section 3.1, configuration 31.
  const frames = Array.from({ length: Math.min(seconds * 50, 250) }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return Buffer.concat([page(0, 2, 0, [head]), page(1, 0, 0, [tags]), page(2, 4, frames.length * 960, frames)]);
}

/** So many frames of silence of 24 milliseconds each: MPEG-1 layer III, 32 kbit/s, 48 kHz, one channel. */
export function silentMp3(frames: number): Buffer {
  const frame = Buffer.alloc(96);
  frame.set([0xff, 0xfb, 0x14, 0xc0]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}
