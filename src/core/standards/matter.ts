// Matters (事项): things under way at a place. A kind declares its states, the moves between them, how many days a
// state may last and which fields a move asks for; orders, five-step loops, opinion rounds, whistles, the three
// lists, projects and half-year reviews are all kinds, so a new workflow is data.

import * as z from "zod/mini";
import { bilingual } from "./bilingual.ts";

const identifier = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, "expected a name of letters and digits"));

export const matterKindSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  /** The first state is where a matter begins. */
  states: z
    .array(
      z.strictObject({
        id: identifier,
        name: bilingual,
        /** Days it may stay in this state; absent = no limit. */
        days: z.optional(z.int().check(z.positive())),
        /** True when nothing is left to do. */
        closed: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(2)),
  moves: z
    .array(
      z.strictObject({
        from: identifier,
        to: identifier,
        name: bilingual,
        /** Texts or dates that must be filled in first. */
        needs: z.optional(z.array(identifier)),
      }),
    )
    .check(z.minLength(1)),
  /** Fields a form shows. */
  fields: z.array(z.strictObject({ id: identifier, name: bilingual, type: z.enum(["text", "date"]) })),
});
export type MatterKind = z.infer<typeof matterKindSchema>;

export type { Matter, MatterMove } from "../model/index.ts";

/** What is wrong with the states and moves of a kind: [path within the kind, sentence]. */
export function matterKindProblems({
  states,
  moves,
  fields,
}: MatterKind): (readonly [path: string, message: string, given?: string])[] {
  const known = new Set(states.map(({ id }) => id));
  const named = new Set(fields.map(({ id }) => id));
  const closed = new Set(states.flatMap(({ id, closed: isClosed }) => (isClosed === true ? [id] : [])));
  const problems: (readonly [path: string, message: string, given?: string])[] = [];
  if (closed.size === 0) problems.push(["states", "no state is closed, so nothing would ever be done"]);
  moves.forEach(({ from, to, needs = [] }, index) => {
    for (const end of ["from", "to"] as const) {
      const state = end === "from" ? from : to;
      if (!known.has(state)) problems.push([`moves.${index}.${end}`, `"${state}" is no state of it`, state]);
    }
    if (closed.has(from))
      problems.push([`moves.${index}.from`, `"${from}" is closed, nothing follows it`, from]);
    for (const field of needs) {
      if (!named.has(field)) problems.push([`moves.${index}.needs`, `"${field}" is no field of it`, field]);
    }
  });
  for (const { id } of states) {
    if (!reachable(states[0]!.id, moves).has(id)) {
      problems.push(["states", `no move leads to "${id}"`, id]);
    }
  }
  return problems;
}

function reachable(start: string, moves: MatterKind["moves"]): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const state of seen) {
    for (const { from, to } of moves) if (from === state) seen.add(to);
  }
  return seen;
}
