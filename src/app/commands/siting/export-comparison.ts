// The comparison as a workbook: one sheet of measures, one of the flags that change.

import type { ExportTable } from "../../../core/formats/index.ts";
import type { App } from "../../state/app.ts";
import { runWork } from "../run-work.ts";

export async function exportComparison(
  app: App,
  name: string,
  tables: readonly ExportTable[],
): Promise<void> {
  const options = { name, datum: "wgs84", encoding: "utf8", time: app.host.now() } as const;
  const result = await runWork(app, { stage: "write" }, (run) =>
    app.engine.run("files.export", { tables, format: "xlsx", options }, run),
  );
  for (const { name: file, bytes } of result?.files ?? []) app.host.download(file, bytes, XLSX);
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
