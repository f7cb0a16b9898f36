// A new project's identity. Random numbers that a plain intranet page has too: crypto.randomUUID needs https.

import type { ProjectIdentity } from "../state/keeping.ts";

export const freshIdentity = (name: string, createdAt: string): ProjectIdentity => ({
  ...{ id: randomId(), name, createdAt },
  packs: [],
  extra: {},
});

/** 128 random bits. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
