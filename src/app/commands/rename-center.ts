// Gives a centre another name.

import type { RefusalCode } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { editPlan } from "./edit-plan.ts";

export const renameCenter = (app: App, id: string, name: string): RefusalCode | null =>
  editPlan(app, "center.rename", { id, name });
