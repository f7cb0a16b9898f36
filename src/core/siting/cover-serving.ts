// Covering as serving: inside the radius a class of demand points costs nothing, outside its weight. The least cost
// is then the least uncovered weight.

import type { CoverProblem } from "./cover-program.ts";
import { type ServingProblem, stepOf } from "./serving.ts";

/** What stays uncovered when `limit` may be spent on sites at `price`. */
export function coverServing(cover: CoverProblem, price: Float64Array, limit: number): ServingProblem {
  const { siteCount, offsets, site, weight, fixed, dominated } = cover;
  const count = weight.length;
  const kept = new Uint32Array(count + 1);
  const keptSite = new Uint32Array(site.length);
  let at = 0;
  for (let c = 0; c < count; c++) {
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++)
      if (dominated[site[k]!] === 0) keptSite[at++] = site[k]!;
    kept[c + 1] = at;
  }
  return {
    count,
    siteCount,
    offsets: kept,
    site: keptSite.slice(0, at),
    cost: new Float64Array(at),
    fallback: weight,
    fixed,
    price,
    limit,
    step: stepOf(weight),
  };
}
