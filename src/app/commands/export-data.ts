// Saves layers and results as files of another format, datum and encoding: one file as it is, several in a zip. What
// the format could not hold comes back as notes.

import type { Issue } from "../../core/base/index.ts";
import type { TableWord, TextEncoding, WriterId } from "../../core/formats/index.ts";
import { exportWords } from "../../messages/export-words.ts";
import type { App } from "../state/app.ts";
import { baselineOf } from "../state/plan-selectors.ts";
import { drawnNet } from "./drawn-net.ts";
import { runWork } from "./run-work.ts";

export interface ExportChoice {
  readonly format: WriterId;
  readonly datum: string;
  readonly encoding: TextEncoding;
  /** null: everything. */
  readonly only: readonly TableWord[] | null;
}

/** The notes; null when there is nothing to export yet, or it failed and said why. */
export async function exportData(app: App, choice: ExportChoice): Promise<readonly Issue[] | null> {
  const state = app.store.getState();
  const { scene, analysis, areas, history, settings } = state;
  if (scene === null || analysis === null) return null;
  const name =
    baselineOf(state)
      ?.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ")
      .trim() || "quandian";
  const { format, datum, encoding, only } = choice;
  const plan = {
    scene: scene.scene,
    centers: history.plan.centers,
    analysis: analysis.value,
    ...(await drawnNet(app)),
    areas: areas?.value ?? null,
    words: exportWords(settings.language),
    ...(only === null ? {} : { only }),
  };
  const options = { name, datum, encoding, time: app.host.now() };
  const result = await runWork(app, { stage: "write" }, (run) =>
    app.engine.run("files.export", { plan, format, options }, run),
  );
  if (result === null) return null;
  const [first, ...others] = result.files;
  if (first !== undefined && others.length === 0) app.host.download(first.name, first.bytes, BINARY);
  else if (first !== undefined) {
    const { zipSync } = await import("fflate");
    const entries = Object.fromEntries(result.files.map((file) => [file.name, file.bytes]));
    app.host.download(`${name}.zip`, zipSync(entries), "application/zip");
  }
  return result.notes;
}

const BINARY = "application/octet-stream";
