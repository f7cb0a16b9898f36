// Writes rows of registers and matters into the plan, one change a call; null when made, else why not.

import type { Matter, RegisterRow } from "../../../core/model/index.ts";
import {
  type AttributeType,
  describesPlaces,
  type MatterKind,
  type MatterRefusal,
  moveMatter,
  type NamedPlace,
  noneRow,
  type Register,
} from "../../../core/standards/index.ts";
import type { App } from "../../state/app.ts";
import { selectedPlace } from "../../state/record-places.ts";
import { type EditRefusal, editPlan } from "../edit-plan.ts";
import { randomId } from "../fresh-identity.ts";

/** A row about a place without anything known yet. */
export const emptyRow = (register: Register, place: NamedPlace | null, name: string): RegisterRow => ({
  id: `${register.id}:${describesPlaces(register) ? (place?.id ?? "district") : randomId().slice(0, 12)}`,
  kind: register.id,
  name,
  placeId: register.place === "district" ? null : (place?.id ?? null),
  position: null,
  ...{ numbers: {}, texts: {}, dates: {} },
});

const COLUMN_OF: Readonly<Record<AttributeType, "numbers" | "texts" | "dates">> = {
  number: "numbers",
  yes: "numbers",
  date: "dates",
  text: "texts",
  choice: "texts",
  colour: "texts",
};

export type RowValue = string | number | null;

export const valueIn = (row: RegisterRow | undefined, id: string, type: AttributeType): RowValue =>
  row?.[COLUMN_OF[type]][id] ?? null;

/** The row with one value set; null takes it out. */
export function withValue(row: RegisterRow, id: string, type: AttributeType, value: RowValue): RegisterRow {
  const column = COLUMN_OF[type];
  const { [id]: _, ...others } = row[column];
  return { ...row, [column]: value === null ? others : { ...others, [id]: value } };
}

export function putRows(app: App, rows: readonly RegisterRow[]): EditRefusal | null {
  const known = new Set(app.store.getState().history.plan.registers.map(({ id }) => id));
  const changes = rows.every(({ id }) => known.has(id));
  return editPlan(app, changes ? "register.change" : "register.add", { rows });
}

/** Says that a place has none of a register, or with null that its rows are all there are; or takes that back. */
export function sayNone(
  app: App,
  register: Register,
  placeId: string | null,
  none: boolean,
): EditRefusal | null {
  const row = noneRow(register, placeId);
  return none ? putRows(app, [row]) : removeRow(app, row.id);
}

export const removeRow = (app: App, id: string): EditRefusal | null =>
  editPlan(app, "register.remove", { ids: [id] });

/** The kind a new matter has until another is chosen: the one of the matter added last, else the pack's first. */
export function usualKind(
  kinds: readonly MatterKind[],
  matters: readonly Pick<Matter, "kind">[],
): MatterKind | undefined {
  const last = matters.findLast(({ kind }) => kinds.some(({ id }) => id === kind));
  return kinds.find(({ id }) => id === last?.kind) ?? kinds[0];
}

export function addMatter(app: App, kind: MatterKind, name: string): string {
  const id = randomId().slice(0, 12);
  const opened = app.host.now().slice(0, 10);
  const state = kind.states[0]?.id ?? "";
  const { view, history } = app.store.getState();
  const placeId = selectedPlace(view.selection, history.plan)?.id ?? null;
  const matter: Matter = {
    ...{ id, kind: kind.id, name, placeId, state, opened, due: null },
    ...{ texts: {}, dates: {}, moves: [] },
  };
  editPlan(app, "matter.add", { matters: [matter] });
  return id;
}

export const putMatters = (app: App, matters: readonly Matter[]): EditRefusal | null =>
  editPlan(app, "matter.change", { matters });

export const removeMatter = (app: App, id: string): EditRefusal | null =>
  editPlan(app, "matter.remove", { ids: [id] });

export interface MoveRefused {
  readonly refusal: MatterRefusal;
  readonly details: Readonly<Record<string, string>>;
}

/** Moves a matter today; null when it was moved, else why its workflow does not allow it. */
export function advanceMatter(
  app: App,
  matter: Matter,
  kinds: readonly MatterKind[],
  to: string,
  by: string,
): MoveRefused | null {
  const moved = moveMatter(matter, kinds, to, app.host.now().slice(0, 10), by);
  if ("refusal" in moved) return moved;
  putMatters(app, [moved.matter]);
  return null;
}
