// What to ask the machine for: from scratch, with least change or micro-grids; in which communities; how large a grid.

import { type ReactElement, useState } from "react";
import { changeSettings } from "../../commands/change-settings.ts";
import { draftGrids } from "../../commands/grids/draft-grids.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { DRAFT_MODES, type DraftMode, type GridWork } from "../../state/grid-work.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField, type SelectOption } from "../../ui/select-field.tsx";

const ALL = "all";

/** Micro-grids are drafted at their own level. */
const GRID_MODES = DRAFT_MODES.filter((mode) => mode !== "micro");

export function DraftForm({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const subdistricts = useAppState((state) => baselineOf(state)?.subdistricts ?? null);
  const communities = useAppState((state) => baselineOf(state)?.communities ?? null);
  const hasNet = work.net.grids.length > 0;
  const [wish, setWish] = useState<DraftMode>(hasNet ? "leastChange" : "fresh");
  const [scope, setScope] = useState(ALL);
  const isMicro = work.level === "micro";
  const mode = isMicro ? "micro" : hasNet ? wish : "fresh";
  const parents = new Map(communities?.records.map(({ id, parentId }) => [id, parentId]) ?? []);
  const groups = subdistricts?.records.filter(({ id }) => [...parents.values()].includes(id)) ?? [];
  const names = work.ground.areaIds.map((id, area) => ({
    id,
    area,
    name: work.ground.areaNames[area] || id,
  }));
  const options: SelectOption<string>[] = [
    { value: ALL, label: text.draft.scopes.all },
    ...groups.map(({ id, name }) => ({ value: `in:${id}`, label: name })),
    ...(names.length > 1 ? names.map(({ id, name }) => ({ value: `one:${id}`, label: name })) : []),
  ];
  const areas = areasIn(scope, names, parents);
  return (
    <section className="stack draft-form">
      <h2>{text.draft.title}</h2>
      {hasNet && !isMicro && (
        <Segmented
          label={text.draft.mode}
          value={mode}
          options={GRID_MODES.map((value) => ({ value, label: text.draft.modes[value] }))}
          onChange={setWish}
        />
      )}
      <p className="quiet note">{text.draft.modeHint[mode]}</p>
      {options.length > 1 && (
        <div className="field-row">
          <span className="label">{text.draft.scope}</span>
          <SelectField label={text.draft.scope} value={scope} options={options} onChange={setScope} />
        </div>
      )}
      <RangeFields mode={mode} />
      <Button kind="primary" onClick={() => void draftGrids(app, { mode, areas })}>
        {text.draft.run}
      </Button>
    </section>
  );
}

function areasIn(
  scope: string,
  names: readonly { readonly id: string; readonly area: number }[],
  parents: ReadonlyMap<string, string | null>,
): readonly number[] | null {
  if (scope === ALL) return null;
  const [kind, id] = [scope.slice(0, scope.indexOf(":")), scope.slice(scope.indexOf(":") + 1)];
  return names
    .filter((own) => (kind === "one" ? own.id === id : parents.get(own.id) === id))
    .map(({ area }) => area);
}

function RangeFields({ mode }: { readonly mode: DraftMode }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const key = mode === "micro" ? "microRange" : "gridRange";
  const range = useAppState(({ settings }) => settings[key]);
  const enter = (change: Partial<typeof range>): string | null => {
    const next = { ...range, ...change };
    const sound =
      Number.isFinite(next.min) && Number.isFinite(next.max) && next.min >= 1 && next.max >= next.min;
    if (!sound) return text.draft.badRange;
    changeSettings(app, { [key]: next });
    return null;
  };
  return (
    <div className="range-fields">
      <span className="label quiet">{text.draft.range}</span>
      <EntryField
        label={text.draft.min}
        inputMode="decimal"
        value={String(range.min)}
        onEnter={(typed) => enter({ min: Number(typed) })}
      />
      <EntryField
        label={text.draft.max}
        inputMode="decimal"
        value={String(range.max)}
        onEnter={(typed) => enter({ max: Number(typed) })}
      />
    </div>
  );
}
