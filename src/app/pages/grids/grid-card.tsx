// One grid: how it stands, what it is made of, and what can be done about it; posts and bodies as counts.

import { Download, Lock, LockOpen, Trash2 } from "lucide-react";
import { type ReactElement, useMemo } from "react";
import { GRID_KINDS, GRID_POSTS, type Grid } from "../../../core/model/index.ts";
import { editPlan } from "../../commands/edit-plan.ts";
import { acceptGrid, keepGrid } from "../../commands/grids/accept-draft.ts";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { troubleOf } from "../../commands/grids/grid-problems.ts";
import { besides, mergeInto } from "../../commands/grids/merge-grids.ts";
import { rangeShown } from "../../commands/grids/range-of.ts";
import { saveSheets } from "../../commands/grids/save-sheets.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { GridNet, GridWork } from "../../state/grid-work.ts";
import { recordId } from "../../state/judged-net.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { Figure } from "../../ui/figure.tsx";
import { formatCount } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { Evidence } from "../inspector/evidence.tsx";
import { ExplainedFact, Fact, Facts } from "../inspector/facts.tsx";
import { ExchangeLists } from "./exchange-lists.tsx";
import { useRefusals } from "./use-refusals.ts";
import { useStillWork } from "./use-still-work.ts";

export function GridCard({ id }: { readonly id: string }): ReactElement | null {
  const work = useStillWork();
  const net = work?.draft?.net ?? work?.net;
  const at = net?.grids.findIndex((grid) => grid.id === id) ?? -1;
  const grid = net?.grids[at];
  if (work === null || net === undefined || grid === undefined) return null;
  return (
    <article>
      <GridHead work={work} net={net} at={at} grid={grid} />
      <GridFacts work={work} net={net} at={at} />
      {work.draft === null ? (
        <>
          {grid.parentId === null && <Evidence kind="grid" id={recordId(grid)} />}
          <GridActions grid={grid} />
          {grid.parentId === null && <SheetButton grid={grid} />}
          <ExchangeLists work={work} at={at} />
          <MergeChoices work={work} at={at} />
          <Posts grid={grid} />
        </>
      ) : (
        <AcceptOne at={at} />
      )}
    </article>
  );
}

interface GridPartProps {
  readonly work: GridWork;
  readonly net: GridNet;
  /** Index into the net's grids. */
  readonly at: number;
}

function GridHead({ work, net, at, grid }: GridPartProps & { readonly grid: Grid }): ReactElement {
  const text = useGridsText();
  const area = work.ground.areaIds.indexOf(grid.communityId);
  const trouble = troubleOf(net, at);
  return (
    <header className="card-head">
      <p className="quiet">
        {grid.parentId === null ? text.card.grid : text.card.micro} · {work.ground.areaNames[area] ?? ""}
      </p>
      <h2>{grid.name || gridLabel(grid) || text.card.unnamed}</h2>
      <p className="quiet note">{grid.code}</p>
      <p className="state" data-state={trouble ?? "met"}>
        {trouble === null ? text.card.inRange : text.trouble[trouble]}
      </p>
      {grid.locked && <p className="quiet note">{text.card.locked}</p>}
    </header>
  );
}

function GridFacts({ work, net, at }: GridPartProps): ReactElement {
  const text = useGridsText();
  const { units } = useText();
  const { min, max } = useAppState(rangeShown);
  const facts = net.facts[at] ?? null;
  const compounds = useMemo(() => compoundsOf(work, net, at), [work, net, at]);
  const off = facts === null ? 0 : Math.max(0, min - facts.households, facts.households - max);
  return (
    <>
      <Facts>
        <ExplainedFact
          name={text.card.households}
          figure="gridHouseholds"
          place={String(net.grids[at]?.id ?? "")}
        >
          <Figure value={formatCount(facts?.households ?? 0)} unit={units.households} />
        </ExplainedFact>
        <Fact name={text.card.range}>
          {off === 0
            ? `${formatCount(min)}–${formatCount(max)}`
            : (facts?.households ?? 0) > max
              ? text.over(formatCount(off))
              : text.under(formatCount(off))}
        </Fact>
        <Fact name={text.card.residences}>{formatCount(facts?.units ?? 0)}</Fact>
        {(facts?.unknown ?? 0) > 0 && (
          <Fact name={text.card.unknown}>{text.residences(formatCount(facts?.unknown ?? 0))}</Fact>
        )}
        <Fact name={text.card.pieces}>
          {(facts?.pieces ?? 1) > 1
            ? text.card.piecesOf(formatCount(facts?.pieces ?? 1))
            : text.card.onePiece}
        </Fact>
      </Facts>
      {compounds.length > 0 && (
        <section>
          <h2>{text.card.compounds}</h2>
          <ul className="plain compounds">
            {compounds.map(({ name, households, isWhole }) => (
              <li key={name}>
                {name}
                {!isWhole && <span className="quiet"> · {text.card.part}</span>}
                <span className="grow" />
                <span className="figure">
                  {formatCount(households)}
                  <span className="unit">{units.households}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface CompoundShare {
  readonly name: string;
  readonly households: number;
  readonly isWhole: boolean;
}

function compoundsOf({ ground }: GridWork, { gridOf }: GridNet, at: number): CompoundShare[] {
  const { compound, households } = ground.units;
  const inside = new Map<number, number>();
  const whole = new Map<number, boolean>();
  compound.forEach((own, unit) => {
    if (own < 0) return;
    if (gridOf[unit] === at) inside.set(own, (inside.get(own) ?? 0) + (households[unit] || 0));
    else whole.set(own, false);
  });
  return [...inside]
    .map(([own, sum]) => ({
      name: ground.compounds[own] ?? "",
      households: sum,
      isWhole: whole.get(own) ?? true,
    }))
    .sort((a, b) => b.households - a.households);
}

function GridActions({ grid }: { readonly grid: Grid }): ReactElement {
  const app = useApp();
  const { card: words } = useGridsText();
  const say = useRefusals();
  const { id, name, code, kind, locked, note } = grid;
  return (
    <section className="actions" aria-label={words.edit}>
      <div className="pair">
        <EntryField
          label={words.name}
          value={name}
          onEnter={(typed) => say(editPlan(app, "grid.rename", { id, name: typed }))}
        />
        <EntryField
          label={words.code}
          value={code}
          onEnter={(typed) => say(editPlan(app, "grid.recode", { codes: { [id]: typed } }))}
        />
      </div>
      <div className="entry">
        <span className="quiet">{words.kind}</span>
        <SelectField
          label={words.kind}
          value={kind}
          options={GRID_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(next) => void editPlan(app, "grid.setKind", { id, kind: next })}
        />
      </div>
      <EntryField
        label={words.note}
        value={note}
        onEnter={(typed) => say(editPlan(app, "grid.note", { id, note: typed }))}
      />
      <div className="pair">
        <Button onClick={() => void editPlan(app, "grid.lock", { ids: [id], locked: !locked })}>
          {locked ? <LockOpen size={14} aria-hidden="true" /> : <Lock size={14} aria-hidden="true" />}
          {locked ? words.unlock : words.lock}
        </Button>
        <Button disabled={locked} onClick={() => void editPlan(app, "grid.remove", { id })}>
          <Trash2 size={14} aria-hidden="true" />
          {words.remove}
        </Button>
      </div>
    </section>
  );
}

function SheetButton({ grid }: { readonly grid: Grid }): ReactElement {
  const app = useApp();
  const { register: words } = useGridsText();
  return (
    <section className="actions">
      <Button onClick={() => void saveSheets(app, [grid])}>
        <Download size={14} aria-hidden="true" />
        {words.sheet}
      </Button>
    </section>
  );
}

/** Neighbours a grid could become one with, the sums that come nearest to the range first. */
function MergeChoices({ work, at }: { readonly work: GridWork; readonly at: number }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const say = useRefusals();
  const { max } = useAppState(rangeShown);
  const neighbours = useMemo(() => besides(work, at), [work, at]);
  return (
    <section>
      <h2>{text.card.merge}</h2>
      {neighbours.length === 0 && <p className="quiet note">{text.card.noNeighbours}</p>}
      <ul className="plain merges">
        {neighbours.map(({ grid, households, refused }) => (
          <li key={work.net.grids[grid]?.id}>
            <button
              type="button"
              className="row"
              disabled={refused !== null}
              title={say(refused) ?? undefined}
              data-out={households > max || undefined}
              onClick={() => void mergeInto(app, at, grid)}
            >
              {text.card.mergeInto(
                gridLabel(work.net.grids[grid]!) || text.card.unnamed,
                formatCount(households),
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Posts({ grid }: { readonly grid: Grid }): ReactElement {
  const app = useApp();
  const { card: words } = useGridsText();
  const say = useRefusals();
  return (
    <section>
      <h2>{words.posts}</h2>
      <div className="posts">
        {GRID_POSTS.map((post) => (
          <EntryField
            key={post}
            label={words.post[post]}
            inputMode="decimal"
            value={
              grid.posts[post] === undefined || grid.posts[post] === null ? "" : String(grid.posts[post])
            }
            onEnter={(typed) =>
              say(
                editPlan(app, "grid.setPosts", {
                  id: grid.id,
                  posts: { [post]: typed === "" ? null : Number(typed) },
                }),
              )
            }
          />
        ))}
      </div>
    </section>
  );
}

function AcceptOne({ at }: { readonly at: number }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  return (
    <section className="actions">
      <Button onClick={() => acceptGrid(app, at)}>{text.draft.acceptGrid}</Button>
      <Button onClick={() => keepGrid(app, at)}>{text.draft.keepGrid}</Button>
    </section>
  );
}
