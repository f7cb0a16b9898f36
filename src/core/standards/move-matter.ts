// Moves a matter to another state, or says why its workflow does not allow it. The caller gives the date.

import type { Matter, MatterKind } from "./matter.ts";

export const MATTER_REFUSALS = [
  "unknownKind",
  "unknownState",
  "noSuchMove",
  "alreadyClosed",
  "fieldMissing",
  "beforeLastMove",
] as const;
export type MatterRefusal = (typeof MATTER_REFUSALS)[number];

export type MatterMoved =
  | { readonly matter: Matter }
  | { readonly refusal: MatterRefusal; readonly details: Readonly<Record<string, string>> };

/** `date` is ISO; `by` a post or unit. States a matter may move to now are those of `movesFrom`. */
export function moveMatter(
  matter: Matter,
  kinds: readonly MatterKind[],
  to: string,
  date: string,
  by: string,
): MatterMoved {
  const kind = kinds.find(({ id }) => id === matter.kind);
  if (kind === undefined) return { refusal: "unknownKind", details: { kind: matter.kind } };
  const { state: from } = matter;
  const state = kind.states.find(({ id }) => id === from);
  if (state === undefined) return { refusal: "unknownState", details: { state: from } };
  if (state.closed === true) return { refusal: "alreadyClosed", details: { state: from } };
  const move = kind.moves.find((candidate) => candidate.from === from && candidate.to === to);
  if (move === undefined) return { refusal: "noSuchMove", details: { from, to } };
  const missing = (move.needs ?? []).find((field) => !isFilled(matter, field));
  if (missing !== undefined) return { refusal: "fieldMissing", details: { field: missing, to } };
  const last = sinceDate(matter);
  if (date < last) return { refusal: "beforeLastMove", details: { date, last } };
  return { matter: { ...matter, state: to, moves: [...matter.moves, { from, to, date, by }] } };
}

/** States the matter may move to. */
export const movesFrom = ({ kind, state }: Matter, kinds: readonly MatterKind[]): readonly string[] =>
  kinds.find(({ id }) => id === kind)?.moves.flatMap(({ from, to }) => (from === state ? [to] : [])) ?? [];

/** ISO date on which it came into its present state. */
export const sinceDate = ({ moves, opened }: Matter): string => moves.at(-1)?.date ?? opened;

const isFilled = ({ texts, dates }: Matter, field: string): boolean =>
  (texts[field] ?? "").trim() !== "" || (dates[field] ?? "") !== "";
