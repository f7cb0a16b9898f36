// Rule packs copied and edited in this project: checked like any other before they take effect, and marked as edited by
// their own name. Two packs never become one: a change is of one copy. Each
// change is undone in one line with the edits of the plan.

import type { Json } from "../../../core/formats/index.ts";
import type { Rule, RulePack, RulePackProblem } from "../../../core/standards/index.ts";
import type { App } from "../../state/app.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { ownIdFor } from "../../state/pack-entry.ts";
import { withPacks } from "../../state/pack-steps.ts";

/** What stands behind the name of a copy, in every list, page and file. */
const MARK = { zh: "（自改）", en: " (edited)" } as const;

const JSON_TYPE = "application/json";

export interface OwnPacks {
  readonly ownPacks: readonly RulePack[];
  /** What this edition cannot read is kept as it is. */
  readonly unreadPacks: readonly Json[];
}

/** Packs of a stored project. */
export async function readOwnPacks({ engine }: App, packs: readonly Json[]): Promise<OwnPacks> {
  if (packs.length === 0) return { ownPacks: [], unreadPacks: [] };
  const read = await engine.run("packs.read", { files: packs.map((pack, i) => fileOf(`${i}.json`, pack)) });
  return {
    ownPacks: read.flatMap(({ pack }) => (pack === null ? [] : [pack])),
    unreadPacks: packs.filter((_, i) => read[i]?.pack == null),
  };
}

/** Copies a pack and judges by the copy from now on. */
export function copyPack(app: App, pack: RulePack): void {
  const state = app.store.getState();
  if (isReadOnly(state)) return;
  const id = ownIdFor(pack.id, state.ownPacks);
  const copy: RulePack = {
    ...pack,
    id,
    name: marked(pack.name),
    basedOn: pack.basedOn ?? { id: pack.id, edition: pack.edition },
  };
  app.store.setState((now) => withPacks(now, { ownPacks: [...now.ownPacks, copy], packId: id }));
}

export type RuleChange = Partial<Pick<Rule, "comparison" | "value" | "force">> & {
  readonly off?: boolean;
};

/** Problems that keep the change from taking effect; none when it was made. */
export async function changeRule(
  app: App,
  pack: RulePack,
  ruleId: string,
  change: RuleChange,
): Promise<readonly RulePackProblem[]> {
  const rules = pack.rules.map((rule) => (rule.id === ruleId ? { ...rule, ...change, edited: true } : rule));
  return putPack(app, { ...pack, rules });
}

export const renamePack = (app: App, pack: RulePack, name: string): Promise<readonly RulePackProblem[]> =>
  putPack(app, { ...pack, name: marked({ zh: name, en: name }) });

/** Takes a pack file in as a copy of its own. */
export async function importPack(app: App, file: File): Promise<readonly RulePackProblem[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [read] = await app.engine.run("packs.read", { files: [{ name: file.name, bytes }] });
  if (read?.pack == null) return read?.problems ?? [];
  copyPack(app, read.pack);
  return [];
}

export function exportPack(app: App, pack: RulePack): void {
  app.host.download(`${pack.id}.json`, `${JSON.stringify(pack, null, 2)}\n`, JSON_TYPE);
}

/** Judges by the pack it was copied from when it was in force. */
export function removePack(app: App, { id, basedOn }: RulePack): void {
  if (isReadOnly(app.store.getState())) return;
  app.store.setState((now) => {
    const { packId } = now.settings;
    return withPacks(now, {
      ownPacks: now.ownPacks.filter((pack) => pack.id !== id),
      packId: packId === id && basedOn !== undefined ? basedOn.id : packId,
    });
  });
}

async function putPack(app: App, pack: RulePack): Promise<readonly RulePackProblem[]> {
  if (isReadOnly(app.store.getState())) return [];
  const [read] = await app.engine.run("packs.read", { files: [fileOf(`${pack.id}.json`, pack)] });
  const checked = read?.pack ?? null;
  if (checked === null) return read?.problems ?? [];
  app.store.setState((now) =>
    withPacks(now, {
      ownPacks: now.ownPacks.map((one) => (one.id === checked.id ? checked : one)),
      packId: now.settings.packId,
    }),
  );
  return [];
}

const marked = ({ zh, en }: RulePack["name"]): RulePack["name"] => ({
  zh: zh.endsWith(MARK.zh) ? zh : `${zh}${MARK.zh}`,
  en: en.endsWith(MARK.en) ? en : `${en}${MARK.en}`,
});

const fileOf = (name: string, json: unknown) => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(json)),
});
