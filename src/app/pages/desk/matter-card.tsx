// One matter: what it is about, its fields, the moves its workflow allows from here, and those it has made.

import { MapPin, Trash2, X } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import type { Matter } from "../../../core/model/index.ts";
import {
  daysOverdue,
  dueDate,
  isDate,
  isPersonalValue,
  type MatterKind,
  movesFrom,
} from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { matterRefusalSentence } from "../../../messages/pack-problems.ts";
import { startPinning } from "../../commands/records/pin-matter.ts";
import { advanceMatter, putMatters, removeMatter } from "../../commands/records/put-row.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { matterPlaces } from "../../state/record-places.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatCount } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";

interface MatterCardProps {
  readonly matter: Matter;
  readonly kinds: readonly MatterKind[];
  readonly onClose: () => void;
}

export function MatterCard({ matter, kinds, onClose }: MatterCardProps): ReactElement {
  const app = useApp();
  const { matters: words } = useDeskText();
  const language = useLanguage();
  const readOnly = useAppState(isReadOnly);
  const kind = kinds.find(({ id }) => id === matter.kind);
  const late = daysOverdue(matter, kinds, app.host.now().slice(0, 10));
  const due = dueDate(matter, kinds);
  const stateName = (id: string): string => {
    const state = kind?.states.find((one) => one.id === id);
    return state === undefined ? id : inLanguage(state.name, language);
  };
  return (
    <aside className="matter-card">
      <header>
        <p className="quiet">
          {kind === undefined ? matter.kind : inLanguage(kind.name, language)} · {stateName(matter.state)}
          {due !== null && ` · ${words.due} ${due}`}
          {late > 0 && <em className="overdue">{words.overdue(formatCount(late))}</em>}
        </p>
        <IconButton label={words.close} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      <fieldset className="matter-fields" disabled={readOnly}>
        <MatterFields matter={matter} kind={kind} kinds={kinds} />
        <MatterMoves matter={matter} kinds={kinds} stateName={stateName} />
        <Button
          onClick={() => {
            removeMatter(app, matter.id);
            onClose();
          }}
        >
          <Trash2 size={14} aria-hidden="true" />
          {words.remove}
        </Button>
      </fieldset>
      <h4>{words.history}</h4>
      <ol className="matter-history">
        <li>
          {matter.opened} {words.began}
        </li>
        {matter.moves.map(({ from, to, date, by }) => (
          <li key={`${date} ${from} ${to}`}>
            {date} {stateName(from)} → {stateName(to)} <span className="quiet">{by}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}

interface MatterFieldsProps {
  readonly matter: Matter;
  readonly kind: MatterKind | undefined;
  readonly kinds: readonly MatterKind[];
}

function MatterFields({ matter, kind, kinds }: MatterFieldsProps): ReactElement {
  const app = useApp();
  const { matters: words, registers } = useDeskText();
  const language = useLanguage();
  const project = useAppState((state) => state.project);
  const history = useAppState((state) => state.history);
  const places = useMemo(() => matterPlaces({ project, history }), [project, history]);
  const put = (change: Partial<Matter>): null => {
    putMatters(app, [{ ...matter, ...change }]);
    return null;
  };
  const set = (column: "texts" | "dates", id: string, typed: string): null => {
    const { [id]: _, ...others } = matter[column];
    return put({ [column]: typed === "" ? others : { ...others, [id]: typed } });
  };
  const day = (typed: string, take: (date: string) => null): string | null =>
    typed === "" || isDate(typed) ? take(typed) : registers.badDate;
  return (
    <>
      <EntryField
        label={words.title}
        value={matter.name}
        onEnter={(name) => (isPersonalValue(name) ? registers.personal : put({ name }))}
      />
      {matter.moves.length === 0 && <KindField matter={matter} kinds={kinds} />}
      <div className="entry">
        <span className="quiet">{words.place}</span>
        <SelectField
          label={words.place}
          value={matter.placeId ?? ""}
          options={[
            { value: "", label: words.wholeDistrict },
            ...places.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => put({ placeId: id === "" ? null : id })}
        />
        <PointField matter={matter} />
      </div>
      <EntryField
        label={words.due}
        value={matter.due ?? ""}
        onEnter={(typed) => day(typed, (due) => put({ due: due === "" ? null : due }))}
      />
      {kind?.fields.map(({ id, name, type }) => (
        <EntryField
          key={id}
          label={inLanguage(name, language)}
          value={matter.texts[id] ?? matter.dates[id] ?? ""}
          onEnter={(typed) => {
            if (type === "date") return day(typed, (date) => set("dates", id, date));
            return isPersonalValue(typed) ? registers.personal : set("texts", id, typed);
          }}
        />
      ))}
    </>
  );
}

interface KindFieldProps {
  readonly matter: Matter;
  readonly kinds: readonly MatterKind[];
}

/** A matter that has not moved yet can be of another kind; one named for its kind takes the new name. */
function KindField({ matter, kinds }: KindFieldProps): ReactElement {
  const app = useApp();
  const { matters: words } = useDeskText();
  const language = useLanguage();
  const nameOf = (id: string): string => {
    const kind = kinds.find((one) => one.id === id);
    return kind === undefined ? id : inLanguage(kind.name, language);
  };
  return (
    <div className="entry">
      <span className="quiet">{words.kind}</span>
      <SelectField
        label={words.kind}
        value={matter.kind}
        options={kinds.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={(id) => {
          const state = kinds.find((one) => one.id === id)?.states[0]?.id ?? matter.state;
          const name = matter.name === nameOf(matter.kind) ? nameOf(id) : matter.name;
          putMatters(app, [{ ...matter, kind: id, state, name }]);
        }}
      />
    </div>
  );
}

/** A point that is no place of the plan: chosen by a click on the map. */
function PointField({ matter }: { readonly matter: Matter }): ReactElement {
  const app = useApp();
  const { matters: words } = useDeskText();
  const { position, ...unpinned } = matter;
  return (
    <p className="matter-point">
      {position !== undefined && (
        <span className="quiet">{`${words.point} ${position[0]}, ${position[1]}`}</span>
      )}
      <Button kind="plain" onClick={() => startPinning(app, matter.id)}>
        <MapPin size={14} aria-hidden="true" />
        {words.pick}
      </Button>
      {position !== undefined && (
        <IconButton label={words.unpin} onClick={() => putMatters(app, [unpinned])}>
          <X size={14} />
        </IconButton>
      )}
    </p>
  );
}

interface MatterMovesProps {
  readonly matter: Matter;
  readonly kinds: readonly MatterKind[];
  readonly stateName: (id: string) => string;
}

/** Only the moves that the workflow knows; one that asks for a field says which. */
function MatterMoves({ matter, kinds, stateName }: MatterMovesProps): ReactElement | null {
  const app = useApp();
  const { matters: words } = useDeskText();
  const language = useLanguage();
  const [by, setBy] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const kind = kinds.find(({ id }) => id === matter.kind);
  const moves = movesFrom(matter, kinds);
  if (moves.length === 0) return null;
  const fieldName = (id: string): string => {
    const field = kind?.fields.find((one) => one.id === id);
    return field === undefined ? id : inLanguage(field.name, language);
  };
  return (
    <div className="matter-moves">
      <EntryField
        label={words.by}
        value={by}
        onEnter={(typed) => {
          setBy(typed);
          return null;
        }}
      />
      <p className="quiet note">{words.byHint}</p>
      {moves.map((to) => (
        <Button
          key={to}
          onClick={() => {
            const found = advanceMatter(app, matter, kinds, to, by);
            if (found === null) return setRefused(null);
            const { field, to: state, ...details } = found.details;
            const named = {
              ...details,
              ...(field === undefined ? {} : { field: fieldName(field) }),
              ...(state === undefined ? {} : { to: stateName(state) }),
            };
            setRefused(matterRefusalSentence(found.refusal, named, language));
          }}
        >
          {words.move} {stateName(to)}
        </Button>
      ))}
      {refused !== null && (
        <p className="refusal" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
