// Households by their walk, as bars in the colours of the map.

import type { ReactElement } from "react";
import type { Totals } from "../../../core/assess/index.ts";
import type { Analysis } from "../../../core/engine/index.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { bandsOf } from "../../state/result-keys.ts";
import { formatCount, formatPlain } from "../../ui/format.ts";

const INKS = ["near", "middle", "far", "outside", "unknown"] as const;

type MinutesBarsProps = Pick<Analysis, "totals" | "walk">;

export function MinutesBars({ totals, walk }: MinutesBarsProps): ReactElement {
  const { talk: words } = useMeetingText();
  const sums = householdsApart(totals);
  const most = Math.max(1, ...sums);
  const bounds = [0, ...bandsOf(walk.minutes)].map(formatPlain);
  const labels = [
    ...[0, 1, 2].map((band) => words.band(bounds[band] ?? "", bounds[band + 1] ?? "")),
    words.beyond(formatPlain(walk.minutes)),
    words.unreached,
  ];
  const shown = INKS.flatMap((ink, at) => {
    const sum = sums[at] ?? 0;
    return sum === 0 && ink === "unknown" ? [] : [{ ink, sum, label: labels[at] ?? "" }];
  });
  return (
    <dl className="talk-bars" aria-label={words.whole(formatPlain(walk.minutes))}>
      {shown.map(({ ink, sum, label }) => (
        <div key={ink}>
          <dt>{label}</dt>
          <dd>
            <i data-ink={ink} style={{ width: `${(100 * sum) / most}%` }} />
            {formatCount(sum)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each band without the one inside it, then beyond them, then out of every reach. */
function householdsApart({ bands, households, unlinked, unreachable }: Totals): readonly number[] {
  const [near, middle, far] = bands;
  const lost = unlinked + unreachable;
  return [near, middle - near, far - middle, households - far - lost, lost];
}
