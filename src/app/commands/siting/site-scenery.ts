// The work on siting as the map draws it. Parts keep their identity while what they show does.

import type { WalkSettings } from "../../../core/access/index.ts";
import type { Analysis, SceneSummary } from "../../../core/engine/index.ts";
import type { Baseline, CandidateSite, DrawnLink, ServiceCenter } from "../../../core/model/index.ts";
import { SITING_DICTIONARIES } from "../../i18n/siting-dictionaries.ts";
import { BAND_COLORS, RESIDENCE_CLASSES, RESIDENCE_COLORS, rgbOf, TOO_FAR } from "../../map/palette.ts";
import { classifyResidences } from "../../map/residence-classes.ts";
import type { SiteMark, SiteScene, SiteWay } from "../../map/siting/site-scene.ts";
import type { AppState } from "../../state/app-state.ts";
import { analysisOf, baselineOf } from "../../state/plan-selectors.ts";
import type { SiteWork } from "../../state/site-work.ts";
import { formatCount } from "../../ui/format.ts";
import { siteKey } from "./site-keys.ts";

const [NEWLY_INSIDE, NEWLY_OUTSIDE] = [RESIDENCE_CLASSES.length, RESIDENCE_CLASSES.length + 1];
const COLORS = Uint8Array.from(
  [...RESIDENCE_CLASSES.map((name) => RESIDENCE_COLORS.siting[name]), BAND_COLORS[0], TOO_FAR].flatMap(
    (hex) => [...rgbOf(hex), 255],
  ),
);

/** A maker remembers its last answer's parts. */
export function createSceneryMaker(): (state: AppState, work: Omit<SiteWork, "scenery">) => SiteScene {
  const marks = remembered(marksOf);
  const ways = remembered(waysOf);
  const hues = remembered(huesOf);
  let last: SiteScene | null = null;
  return (state, work) => {
    const { plan } = state.history;
    const { candidates, centers, links } = plan;
    const next: SiteScene = {
      tool: work.tool,
      marks: marks(
        candidates,
        centers,
        work.scores,
        work.excluded,
        work.answer,
        work.running?.sites ?? null,
        work.picked,
      ),
      ways: ways(links, work.drawing, work.tool),
      tag: tagOf(state, work),
      hues: hues(
        baselineOf(state),
        state.scene,
        state.settings.walk,
        analysisOf(state),
        work.difference?.change ?? (work.answer?.key === siteKey(state) ? work.answer.change : null),
      ),
    };
    if (last === null || (Object.keys(next) as (keyof SiteScene)[]).some((key) => last?.[key] !== next[key]))
      last = next;
    return last;
  };
}

function marksOf(
  candidates: readonly CandidateSite[],
  centers: readonly ServiceCenter[],
  scores: SiteWork["scores"],
  excluded: ReadonlySet<string>,
  answer: SiteWork["answer"],
  best: readonly string[] | null,
  picked: string | null,
): readonly SiteMark[] {
  const gains = new Map(scores?.sites.map(({ id, score }) => [id, score.households]) ?? []);
  const most = Math.max(1, ...gains.values());
  const chosen = new Set(
    best ?? answer?.items.filter(({ kind }) => kind !== "close").map(({ id }) => id) ?? [],
  );
  const closing = new Set(answer?.items.filter(({ kind }) => kind === "close").map(({ id }) => id) ?? []);
  const open = candidates.map(({ id, name, lon, lat }): SiteMark => {
    const gain = gains.get(id);
    return {
      ...{ id, name, lon, lat },
      weight: chosen.size > 0 && !chosen.has(id) ? 0 : Math.max(0, gain ?? 0) / most,
      label: gain === undefined ? "" : `+${formatCount(gain)}`,
      state: chosen.has(id) ? "chosen" : excluded.has(id) ? "excluded" : "open",
      picked: id === picked,
    };
  });
  const standing = centers
    .filter(({ id }) => closing.has(id))
    .map(
      ({ id, name, lon, lat }): SiteMark => ({
        ...{ id, name, lon, lat },
        weight: 0.6,
        label: "",
        state: "closing",
        picked: id === picked,
      }),
    );
  return [...open, ...standing];
}

function waysOf(
  links: readonly DrawnLink[],
  drawing: readonly number[] | null,
  tool: SiteWork["tool"],
): readonly SiteWay[] {
  const kept = links.map(({ kind, line, open }): SiteWay => ({ kind, line, open, drawn: false }));
  if (drawing === null || (tool !== "path" && tool !== "footbridge")) return kept;
  return [...kept, { kind: tool, line: drawing, open: true, drawn: true }];
}

/** Today's classes, with those on top who come inside or fall out. */
function huesOf(
  baseline: Baseline | null,
  scene: SceneSummary | null,
  walk: WalkSettings,
  analysis: Analysis | null,
  change: Uint8Array | null,
): SiteScene["hues"] {
  if (baseline === null || scene === null || analysis === null) return null;
  const codes = classifyResidences({
    theme: "siting",
    walk,
    access: analysis.access,
    linked: scene.linked,
    households: baseline.residences.households,
  });
  change?.forEach((own, i) => {
    if (own === 1) codes[i] = NEWLY_INSIDE;
    else if (own === 2) codes[i] = NEWLY_OUTSIDE;
  });
  return { codes, colors: COLORS };
}

function tagOf({ settings }: AppState, { pin, tool }: Pick<SiteWork, "pin" | "tool">): string | null {
  if (pin === null || (tool !== "candidate" && tool !== "center")) return null;
  const { gain } = pin;
  const text = SITING_DICTIONARIES[settings.language].pin;
  if (gain === null || !gain.linked) return text.offNetwork;
  return text.tag(formatCount(gain.households), formatCount(gain.within));
}

function remembered<A extends readonly unknown[], R>(compute: (...input: A) => R): (...input: A) => R {
  let last: { readonly input: A; readonly answer: R } | null = null;
  return (...input) => {
    if (last === null || !last.input.every((value, i) => value === input[i])) {
      last = { input, answer: compute(...input) };
    }
    return last.answer;
  };
}
