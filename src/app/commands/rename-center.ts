// Gives a centre another name.

import type { App } from "../state/app.ts";
import { type EditRefusal, editPlan } from "./edit-plan.ts";

export const renameCenter = (app: App, id: string, name: string): EditRefusal | null =>
  editPlan(app, "center.rename", { id, name });
