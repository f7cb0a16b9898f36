// A new project's identity. Random numbers that a plain intranet page has too: crypto.randomUUID needs https.

import type { Language } from "../../messages/language.ts";
import { DICTIONARIES } from "../i18n/use-text.ts";
import type { ProjectIdentity } from "../state/keeping.ts";

/** Id of the option every project begins with: the present state. */
const PRESENT = "present";

export const freshIdentity = (name: string, language: Language, createdAt: string): ProjectIdentity => ({
  ...{ id: randomId(), name, createdAt },
  option: PRESENT,
  options: [{ id: PRESENT, name: DICTIONARIES[language].present, edits: [] }],
  packs: [],
  extra: {},
});

/** 128 random bits. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
