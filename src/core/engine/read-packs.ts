// Reads rule pack files and checks them, so that a host need not carry the checker. A file that is no JSON is
// a pack with one problem.

import { loadRulePack } from "../standards/index.ts";
import type { TaskInput, TaskOutput } from "./tasks.ts";

export function readPacks(
  { files }: TaskInput<"packs.read">,
  decode: (bytes: Uint8Array, label: string, fatal: boolean) => string,
): TaskOutput<"packs.read"> {
  return files.map(({ name, bytes }) => {
    try {
      return { file: name, ...loadRulePack(JSON.parse(decode(bytes, "utf-8", true))) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { file: name, pack: null, problems: [{ code: "unreadable", path: "", subject: null, message }] };
    }
  });
}
