// Deflated data to bytes, piece by piece, never past a bound: what a header claims is a promise that a hostile
// archive does not keep. fflate is loaded when the first archive is opened.

export type InflateFault = "damaged" | "tooLarge";

/** Raw deflate data; at most `limit` bytes come out. */
export async function inflateRaw(data: Uint8Array, limit: number): Promise<Uint8Array | InflateFault> {
  const { Inflate } = await import("fflate");
  return run(new Inflate(), data, limit);
}

/** A gzip file, of one or several members. */
export async function gunzip(data: Uint8Array, limit: number): Promise<Uint8Array | InflateFault> {
  const { Gunzip } = await import("fflate");
  return run(new Gunzip(), data, limit);
}

interface Stream {
  ondata: (chunk: Uint8Array<ArrayBuffer>, final: boolean) => void;
  push(chunk: Uint8Array, final: boolean): void;
}

/** Bytes pushed at a time: deflate makes at most 1,032 times as many of them. */
const STEP = 1 << 16;

function run(stream: Stream, data: Uint8Array, limit: number): Uint8Array | InflateFault {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  stream.ondata = (chunk, final) => {
    chunks.push(chunk);
    total += chunk.length;
    ended ||= final;
  };
  try {
    for (let at = 0; at === 0 || at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
      if (total > limit) return "tooLarge";
    }
  } catch {
    return "damaged";
  }
  return ended ? joined(chunks, total) : "damaged";
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
