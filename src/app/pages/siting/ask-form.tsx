// What is asked: the goal, how many sites or how much money, what may be done, and whose walking times count.

import type { ReactElement } from "react";
import { changeSettings } from "../../commands/change-settings.ts";
import { changeWish } from "../../commands/siting/change-siting.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { WALK_LIMITS } from "../../state/settings.ts";
import { SITE_GOALS, type SiteWish, type SiteWork } from "../../state/site-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatPlain, formatSpeed } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TravelTableField } from "./travel-table-field.tsx";

export function AskForm({ work }: { readonly work: SiteWork }): ReactElement {
  const app = useApp();
  const text = useSitingText().ask;
  const { wish } = work;
  const { goal } = wish;
  const change = (part: Partial<SiteWish>): void => changeWish(app, part);
  return (
    <details className="fold" open={work.answer === null || undefined}>
      <summary>
        {text.title}
        <span className="quiet">{text.goals[goal]}</span>
      </summary>
      <div className="stack">
        <SelectField
          label={text.goal}
          value={goal}
          options={SITE_GOALS.map((value) => ({ value, label: text.goals[value] }))}
          onChange={(next) => change({ goal: next })}
        />
        <p className="quiet note">{text.hints[goal]}</p>
        <MinutesField />
        {goal === "lscp" ? (
          <NumberField
            label={text.share}
            value={100 * wish.share}
            refusal={text.badShare}
            sound={(value) => value > 0 && value <= 100}
            onEnter={(value) => change({ share: (value ?? 0) / 100 })}
          />
        ) : (
          <LimitFields wish={wish} change={change} />
        )}
        {goal === "capacity" ? (
          <CapacityFields wish={wish} change={change} />
        ) : (
          <CheckField
            label={text.keeps}
            hint={text.keepsHint}
            checked={wish.keepsCenters}
            onChange={(keepsCenters) => change({ keepsCenters })}
          />
        )}
        <TravelTableField work={work} />
      </div>
    </details>
  );
}

/** The minutes of the top bar: one walk for the whole screen. */
function MinutesField(): ReactElement {
  const app = useApp();
  const text = useSitingText().ask;
  const walk = useAppState(({ settings }) => settings.walk);
  const [least, most] = WALK_LIMITS.minutes;
  return (
    <>
      <NumberField
        label={text.within}
        value={walk.minutes}
        refusal={text.badNumber}
        sound={(value) => value >= least && value <= most}
        onEnter={(minutes) => changeSettings(app, { walk: { ...walk, minutes: minutes ?? walk.minutes } })}
      />
      <p className="quiet note">{text.withinHint(formatSpeed(walk.speed))}</p>
    </>
  );
}

interface WishFields {
  readonly wish: SiteWish;
  readonly change: (part: Partial<SiteWish>) => void;
}

function LimitFields({ wish, change }: WishFields): ReactElement {
  const text = useSitingText().ask;
  const counts = wish.goal === "pcenter" || wish.limit === "count";
  const isAll = !wish.keepsCenters && wish.goal !== "capacity";
  return (
    <>
      {wish.goal !== "pcenter" && (
        <Segmented
          label={text.limit}
          value={wish.limit}
          options={[
            { value: "count", label: text.limits.count },
            { value: "budget", label: text.limits.budget },
          ]}
          onChange={(limit) => change({ limit })}
        />
      )}
      {counts ? (
        <NumberField
          label={isAll ? text.allCount : text.newCount}
          value={wish.count}
          refusal={text.badCount}
          sound={Number.isInteger}
          onEnter={(count) => change({ count })}
        />
      ) : (
        <NumberField
          label={text.budget}
          value={wish.budget}
          refusal={text.badNumber}
          onEnter={(budget) => change({ budget })}
        />
      )}
    </>
  );
}

function CapacityFields({ wish, change }: WishFields): ReactElement {
  const text = useSitingText().ask;
  const { actions } = wish;
  const allow = (kind: keyof SiteWish["actions"]): ReactElement => (
    <CheckField
      label={text.actionNames[kind]}
      checked={actions[kind]}
      onChange={(on) => change({ actions: { ...actions, [kind]: on } })}
    />
  );
  const field = (
    label: string,
    key: "enlargeBy" | "enlargePrice" | "closePrice" | "areaPer100" | "assumedArea",
  ) => (
    <NumberField
      label={label}
      value={wish[key]}
      refusal={text.badNumber}
      onEnter={(value) => change({ [key]: value })}
    />
  );
  return (
    <>
      <fieldset className="site-actions" aria-label={text.actions}>
        {allow("build")}
        {allow("share")}
        {allow("enlarge")}
        {allow("close")}
      </fieldset>
      {actions.enlarge && (
        <div className="pair">
          {field(text.enlargeBy, "enlargeBy")}
          {field(text.enlargePrice, "enlargePrice")}
        </div>
      )}
      {actions.close && field(text.closePrice, "closePrice")}
      <div className="pair">
        {field(text.areaPer100, "areaPer100")}
        {field(text.assumed, "assumedArea")}
      </div>
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  /** null = not said. */
  readonly value: number | null;
  readonly refusal: string;
  readonly sound?: (value: number) => boolean;
  readonly onEnter: (value: number | null) => void;
}

/** Empty is not said; a number below 0 is refused. */
function NumberField({ label, value, refusal, sound = () => true, onEnter }: NumberFieldProps): ReactElement {
  return (
    <EntryField
      label={label}
      inputMode="decimal"
      value={value === null ? "" : formatPlain(value).replaceAll(",", "")}
      onEnter={(typed) => {
        const next = typed === "" ? null : Number(typed.replaceAll(",", ""));
        if (next !== null && !(Number.isFinite(next) && next >= 0 && sound(next))) return refusal;
        onEnter(next);
        return null;
      }}
    />
  );
}
