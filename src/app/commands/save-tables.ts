// Saves tables as files to keep: one file as it is, several in a zip.

import type { ExportTable, WriterId } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import { runWork } from "./run-work.ts";

const BINARY = "application/octet-stream";

/** `name`: without extension. False when it failed and said why. */
export async function saveTables(
  app: App,
  tables: readonly ExportTable[],
  format: WriterId,
  name: string,
): Promise<boolean> {
  const file = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim() || "quandian";
  const options = { name: file, datum: "wgs84", encoding: "utf8", time: app.host.now() } as const;
  const result = await runWork(app, { stage: "write" }, (run) =>
    app.engine.run("files.export", { tables, format, options }, run),
  );
  const [first, ...others] = result?.files ?? [];
  if (first === undefined || result === null) return false;
  if (others.length === 0) app.host.download(first.name, first.bytes, BINARY);
  else {
    const { zipSync } = await import("fflate");
    const entries = Object.fromEntries(result.files.map((one) => [one.name, one.bytes]));
    app.host.download(`${file}.zip`, zipSync(entries), "application/zip");
  }
  return true;
}
