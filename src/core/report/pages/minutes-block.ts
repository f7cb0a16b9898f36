// How long the households of a place walk, as bars in the steps of the map: near, middle, far, beyond, off the network.
// Spare: a page that has no room for it has said the figures already.

import { RESIDENCE_STATES, type ResidenceState } from "../map/draw-residences.ts";
import { bandText } from "../map/legend.ts";
import { POINT, type Shape, type TextStyle } from "../page.ts";
import { GROUND, RESIDENCE_INKS } from "../palette.ts";
import { say } from "../report-words.ts";
import { boxShape, fillOf, labelShape, lineShape } from "../shapes.ts";
import { measureText } from "../text/measure-text.ts";
import { groupDigits, writeShare } from "../write-figure.ts";
import type { Block } from "./blocks.ts";
import type { Desk } from "./draft.ts";
import { sized } from "./page-look.ts";

/** Known households by how far they walk, of the residences for which `keep` holds. */
export function householdsByWalk(
  { subject, facts }: Pick<Desk, "subject" | "facts">,
  keep: (row: number) => boolean,
): ReadonlyMap<ResidenceState, number> {
  const sums = new Map<ResidenceState, number>();
  facts.states.forEach((state, row) => {
    const households = subject.baseline.residences.households[row]!;
    if (keep(row) && households > 0) sums.set(state, (sums.get(state) ?? 0) + households);
  });
  return sums;
}

/** Heights in millimetres at type 1: heading with its rule, a bar's row, air above. */
const HEADING = 5.4;
const ROW = 4.7;
const ABOVE = 4;
const AIR = 1.6;

/** Nothing where no household's walk is known. */
export function minutesBlocks(desk: Desk, type: number, keep: (row: number) => boolean): Block[] {
  const { words } = desk.request;
  const { minutes } = desk.subject.analysis.walk;
  const sums = householdsByWalk(desk, keep);
  const bars = RESIDENCE_STATES.flatMap((state) => {
    const households = sums.get(state);
    return households === undefined || state === "plain"
      ? []
      : [{ state, households, name: bandText(state, minutes, words) }];
  });
  const total = bars.reduce((sum, { households }) => sum + households, 0);
  if (total === 0) return [];
  const most = Math.max(...bars.map(({ households }) => households));
  const style = sized("table", type);
  const written = bars.map(({ households }) => ({
    count: groupDigits(households, 1),
    share: writeShare(households / total, words),
  }));
  const widest = (texts: readonly string[], look: TextStyle = style): number =>
    Math.max(...texts.map((text) => measureText(text, look)));
  const names = widest(bars.map(({ name }) => name)) + AIR;
  const counts = widest(written.map(({ count }) => count)) + AIR;
  const shares = widest(written.map(({ share }) => share)) + 2 * AIR;
  const height = (ABOVE + HEADING + ROW * bars.length) * type;
  return [
    {
      isSpare: true,
      set(x, y, width, room) {
        const long = width - names - counts - shares;
        if (height > room || long < 10) return null;
        const top = y + ABOVE * type;
        const shapes: Shape[] = [...headingOf(say(words, "head.minutes"), x, top, width, type)];
        bars.forEach(({ state, households, name }, i) => {
          const line = top + (HEADING + ROW * i) * type;
          const baseline = line + (ROW * type) / 2 + style.size * POINT * 0.36;
          const bar = {
            x: x + names,
            y: line + ROW * type * 0.2,
            width: (long * households) / most,
            height: ROW * type * 0.6,
          };
          const { count, share } = written[i]!;
          const end = x + width;
          shapes.push(
            labelShape(name, x, baseline, style),
            boxShape(bar, fillOf(RESIDENCE_INKS[state])),
            labelShape(count, bar.x + bar.width + AIR, baseline, style),
            labelShape(share, end - measureText(share, style), baseline, { ...style, color: GROUND.inkSoft }),
          );
        });
        const box = { x, y: top, width, height: height - ABOVE * type };
        return { items: [{ kind: "drawing", role: "body", box, shapes }], height, rest: null };
      },
    },
  ];
}

function headingOf(text: string, x: number, top: number, width: number, type: number): Shape[] {
  const style = sized("heading", type);
  const rule = top + (HEADING - 1) * type;
  return [
    labelShape(text, x, top + style.size * POINT, style),
    lineShape([x, rule, x + width, rule], { color: GROUND.ink, width: 0.15 }),
  ];
}
