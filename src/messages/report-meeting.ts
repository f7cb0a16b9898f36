// The meeting of a plan as a report prints it: the three lists with the names of their places and states, opinions,
// decisions, and who convened whom.

import type {
  Baseline,
  DecisionState,
  Matter,
  MeetingDecision,
  MeetingPack,
  PlanState,
} from "../core/model/index.ts";
import { isRaised, judgedNet, LIST_MATTERS } from "../core/model/index.ts";
import type { Decision, ListEntry, ListKind, Meeting } from "../core/report/index.ts";
import { listKindsOf, type RulePack } from "../core/standards/index.ts";
import type { Language } from "./language.ts";

type Plan = Pick<PlanState, "meetings" | "matters" | "centers" | "grids" | "members">;

/** The meeting added last, as on the screen; null where the plan has none and no list holds anything. */
export function reportMeeting(
  plan: Plan,
  baseline: Baseline,
  pack: RulePack,
  language: Language,
): Meeting | null {
  const listed = plan.matters.filter(({ kind }) => kind in LISTS);
  const meeting = plan.meetings.at(-1);
  if (meeting === undefined && listed.length === 0) return null;
  const column = columnOf(language);
  const decided = (decisions: readonly MeetingDecision[] = [], before = ""): Decision[] =>
    decisions.map((decision) => ({ ...decision, state: `${before}${DECISIONS[decision.state][column]}` }));
  return {
    title: meeting?.name ?? "",
    convened: meeting === undefined ? "" : convened(meeting, language),
    entries: listEntries(listed, plan, baseline, pack, language),
    opinions: meeting?.opinions ?? [],
    decisions: decided(meeting?.decisions),
    followUp: decided(meeting?.followUp, LAST_TIME[column]),
  };
}

const LISTS: Readonly<Record<string, ListKind>> = {
  need: "needs",
  resource: "resources",
  project: "projects",
};

function listEntries(
  listed: readonly Matter[],
  plan: Plan,
  baseline: Baseline,
  pack: RulePack,
  language: Language,
): ListEntry[] {
  const places = placeNames(plan, baseline);
  const names = new Map(listed.map(({ id, name }) => [id, name]));
  const states = new Map<string, string>(
    listKindsOf(pack).flatMap(({ states: all }, k) =>
      all.map(({ id, name }) => [`${LIST_MATTERS[k]} ${id}`, language === "en" ? name.en : name.zh] as const),
    ),
  );
  return listed.map(({ id, kind, name, placeId, texts, due, state, answers = [] }) => ({
    kind: LISTS[kind]!,
    text: name,
    place: placeId === null ? "" : (places.get(placeId) ?? placeId),
    owner: texts["owner"] ?? "",
    due,
    state: states.get(`${kind} ${state}`) ?? state,
    answers: [
      ...answers.map((other) => names.get(other) ?? other),
      ...listed.filter((other) => other.answers?.includes(id)).map((other) => other.name),
    ],
  }));
}

/** By id; where ids are shared, a community goes before a centre, and both before the rest. */
function placeNames(plan: Plan, { communities, subdistricts, grids }: Baseline): Map<string, string> {
  const { net } = judgedNet(plan);
  return new Map(
    [...subdistricts.records, ...(net?.grids ?? grids).records, ...plan.centers, ...communities.records].map(
      ({ id, name }) => [id, name || id],
    ),
  );
}

const columnOf = (language: Language): 0 | 1 => (language === "en" ? 1 : 0);

/** Chinese, English. */
type Both = readonly [string, string];

/** Before the state of a decision of the last meeting. */
const LAST_TIME: Both = ["上次 · ", "Last time · "];

const DECISIONS: Readonly<Record<DecisionState, Both>> = {
  decided: ["已议定", "decided"],
  underWay: ["办理中", "under way"],
  done: ["已完成", "done"],
  dropped: ["不再办理", "dropped"],
};

const LEVELS: Readonly<Record<MeetingPack["level"], Both>> = {
  district: ["区级联席会议", "District joint meeting"],
  subdistrict: ["街道级联席会议", "Subdistrict joint meeting"],
  community: ["社区级联席会议", "Community joint meeting"],
};

function convened(meeting: MeetingPack, language: Language): string {
  const { level, chair, date } = meeting;
  const column = columnOf(language);
  const chairs = chair === "" ? "" : `${["主持：", "chair: "][column]}${chair}`;
  const raised = isRaised(meeting) ? ["（提级召集）", " (chaired from above)"][column]! : "";
  return `${[LEVELS[level][column], date ?? "", chairs].filter((part) => part !== "").join(" · ")}${raised}`;
}
