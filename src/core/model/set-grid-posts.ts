// Says how many hold which posts in a grid; posts that are not named stay. Counts only, never persons.

import { changeRecord, isAmount } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface SetGridPosts {
  readonly id: string;
  /** Post → whole number; null = unknown. */
  readonly posts: Readonly<Record<string, number | null>>;
}

export function setGridPosts(plan: PlanState, { id, posts }: SetGridPosts): Patch | Refusal {
  const grid = plan.grids.find((one) => one.id === id);
  const sound = Object.values(posts).every((count) => isAmount(count) && (count ?? 0) % 1 === 0);
  if (!sound) return refuse("posts.invalid");
  return changeRecord(plan, "grids", id, { posts: { ...grid?.posts, ...posts } });
}
