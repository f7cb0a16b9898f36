// Gives a centre another floor area, or makes it unknown.

import type { RefusalCode } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { editPlan } from "./edit-plan.ts";

/** Square metres; null = unknown. null when made, else why not. */
export const resizeCenter = (app: App, id: string, floorArea: number | null): RefusalCode | null =>
  editPlan(app, "center.resize", { id, floorArea });
