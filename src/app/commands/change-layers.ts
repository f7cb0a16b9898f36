// Reads the open files again with another mapping: a file's role, fields, datum or date set by hand.

import type { LayerSpec } from "../../core/formats/index.ts";
import type { App } from "../state/app.ts";
import { openProject } from "./open-project.ts";

export async function changeLayer(app: App, before: LayerSpec, after: LayerSpec): Promise<void> {
  const { project } = app.store.getState();
  if (project === null) return;
  const layers = project.imported.layers.map((layer) => (layer === before ? after : layer));
  await reread(app, layers);
}

/** Leaves a layer out of the plan; its file stays open. */
export async function leaveLayerOut(app: App, layer: LayerSpec): Promise<void> {
  const { project } = app.store.getState();
  if (project === null) return;
  await reread(
    app,
    project.imported.layers.filter((other) => other !== layer),
  );
}

/** Takes a file that no layer uses as `role`, its fields to be guessed. */
export async function takeFileAs(app: App, layer: LayerSpec): Promise<void> {
  const { project } = app.store.getState();
  if (project === null) return;
  await reread(app, [...project.imported.layers, layer]);
}

async function reread(app: App, layers: readonly LayerSpec[]): Promise<void> {
  const { project } = app.store.getState();
  if (project === null || project.origin === "saved") return;
  const name = project.imported.baseline?.name ?? "";
  await openProject(app, { origin: project.origin, name, files: project.files, layers });
}
