// Runs the command line in this process on files written to a folder of their own.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CliHost } from "../../src/cli/cli-host.ts";
import { main } from "../../src/cli/main.ts";

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly folder: string;
}

/** Runs `argv` beside `files`; `look` sees the folder before it is removed. */
export async function runCli(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
  look: (folder: string) => void = () => undefined,
  more: Partial<CliHost> = {},
): Promise<CliRun> {
  const folder = mkdtempSync(join(tmpdir(), "quandian-"));
  let out = "";
  let error = "";
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const code = await main(argv, {
      folder,
      terminal: false,
      out: (text) => {
        out += text;
      },
      error: (text) => {
        error += text;
      },
      ...more,
    });
    look(folder);
    return { code, out, error, folder };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
