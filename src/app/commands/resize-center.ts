// Gives a centre another floor area, or makes it unknown.

import type { App } from "../state/app.ts";
import { type EditRefusal, editPlan } from "./edit-plan.ts";

/** Square metres; null = unknown. null when made, else why not. */
export const resizeCenter = (app: App, id: string, floorArea: number | null): EditRefusal | null =>
  editPlan(app, "center.resize", { id, floorArea });
