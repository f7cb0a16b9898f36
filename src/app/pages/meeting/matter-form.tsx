// One item of a list: what, where, whose, by when, how it stands, and what it answers.

import { Trash2 } from "lucide-react";
import { type ReactElement, useId, useState } from "react";
import type { Matter } from "../../../core/model/index.ts";
import { listKindsOf, movesFrom } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { matterRefusalSentence } from "../../../messages/pack-problems.ts";
import { chooseMatter } from "../../commands/meeting/choose-matter.ts";
import { changeMatter, moveMatterTo, removeMatter } from "../../commands/meeting/edit-matters.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { useMatterPlaces } from "./use-matter-places.ts";

export function MatterForm({ matter }: { readonly matter: Matter }): ReactElement {
  const app = useApp();
  const text = useMeetingText();
  const { refusals } = useText().inspector;
  const change = (fields: Partial<Matter>): string | null => {
    const refused = changeMatter(app, matter, fields);
    return refused === null || refused === "nothingChanged" ? null : refusals[refused];
  };
  const say = (id: string, value: string): string | null =>
    change({ texts: { ...matter.texts, [id]: value } });
  return (
    <div className="stack matter-form">
      <EntryField label={text.item.name} value={matter.name} onEnter={(name) => change({ name })} />
      <PlaceField matter={matter} onEnter={(placeId) => change({ placeId })} />
      <EntryField
        label={text.item.owner}
        value={matter.texts["owner"] ?? ""}
        onEnter={(owner) => say("owner", owner)}
      />
      <EntryField
        label={text.item.due}
        value={matter.due ?? ""}
        onEnter={(due) =>
          due === "" || isDay(due) ? change({ due: due || null }) : refusals["date.invalid"]
        }
      />
      <KindFields matter={matter} onEnter={say} />
      <Moves matter={matter} />
      <Answers matter={matter} onChange={(answers) => change({ answers })} />
      <div className="button-row">
        <Button
          onClick={() => {
            removeMatter(app, matter.id);
            chooseMatter(app, null);
          }}
        >
          <Trash2 size={14} aria-hidden="true" />
          {text.remove}
        </Button>
      </div>
    </div>
  );
}

const isDay = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);

interface PlaceFieldProps {
  readonly matter: Matter;
  readonly onEnter: (placeId: string | null) => string | null;
}

/** A community or centre by its name; empty = the whole district. */
function PlaceField({ matter, onEnter }: PlaceFieldProps): ReactElement {
  const { item } = useMeetingText();
  const places = useMatterPlaces();
  const list = useId();
  const name = matter.placeId === null ? "" : (places.get(matter.placeId)?.name ?? matter.placeId);
  return (
    <>
      <EntryField
        label={item.place}
        value={name}
        list={list}
        placeholder={item.placeHint}
        onEnter={(typed) => {
          if (typed === "") return onEnter(null);
          const found = [...places.values()].find((place) => place.name === typed || place.id === typed);
          return found === undefined ? item.placeUnknown : onEnter(found.id);
        }}
      />
      <datalist id={list}>
        {[...places.values()].map(({ id, name: option }) => (
          <option key={id} value={option} />
        ))}
      </datalist>
    </>
  );
}

interface KindFieldsProps {
  readonly matter: Matter;
  readonly onEnter: (id: string, value: string) => string | null;
}

/** What the pack's workflow asks for besides; owners and matches have fields of their own. */
function KindFields({ matter, onEnter }: KindFieldsProps): ReactElement {
  const language = useLanguage();
  const pack = useAppState(packOf);
  const fields = listKindsOf(pack).find(({ id }) => id === matter.kind)?.fields ?? [];
  return (
    <>
      {fields
        .filter(({ id }) => id !== "owner")
        .map(({ id, name }) => (
          <EntryField
            key={id}
            label={inLanguage(name, language)}
            value={matter.texts[id] ?? ""}
            onEnter={(value) => onEnter(id, value)}
          />
        ))}
    </>
  );
}

/** Steps of the workflow from here, one button each; what it asks for first is said. */
function Moves({ matter }: { readonly matter: Matter }): ReactElement | null {
  const app = useApp();
  const language = useLanguage();
  const { refusals: words } = useText().inspector;
  const pack = useAppState(packOf);
  const [refused, setRefused] = useState<string | null>(null);
  const kinds = listKindsOf(pack);
  const kind = kinds.find(({ id }) => id === matter.kind);
  const targets = movesFrom(matter, kinds);
  if (kind === undefined || targets.length === 0) return null;
  const label = (to: string): string => {
    const move = kind.moves.find((one) => one.from === matter.state && one.to === to);
    return move === undefined ? to : inLanguage(move.name, language);
  };
  const fieldName = (id: string): string => {
    const field = kind.fields.find((one) => one.id === id);
    return field === undefined ? id : inLanguage(field.name, language);
  };
  const go = (to: string): void => {
    const answer = moveMatterTo(app, matter, to);
    if (answer === null) setRefused(null);
    else if ("refused" in answer) setRefused(words[answer.refused]);
    else {
      const { field, to: state, ...rest } = answer.details;
      const name = kind.states.find(({ id }) => id === state)?.name;
      const details = {
        ...rest,
        ...(field === undefined ? {} : { field: fieldName(field) }),
        ...(state === undefined ? {} : { to: name === undefined ? state : inLanguage(name, language) }),
      };
      setRefused(matterRefusalSentence(answer.refusal, details, language));
    }
  };
  return (
    <div className="stack">
      <div className="button-row">
        {targets.map((to) => (
          <Button key={to} onClick={() => go(to)}>
            {label(to)}
          </Button>
        ))}
      </div>
      {refused !== null && (
        <p className="refusal" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}

interface AnswersProps {
  readonly matter: Matter;
  readonly onChange: (answers: readonly string[]) => void;
}

/** Resources serve needs, projects serve needs with resources; a need says who took it up. */
function Answers({ matter, onChange }: AnswersProps): ReactElement | null {
  const { item } = useMeetingText();
  const matters = useAppState(({ history }) => history.plan.matters);
  if (matter.kind === "need") {
    const by = matters.filter(({ answers = [] }) => answers.includes(matter.id)).map(({ name }) => name);
    return (
      <p className="note">
        <span className="quiet">{item.answeredBy}</span> {by.length === 0 ? item.unanswered : by.join("、")}
      </p>
    );
  }
  const others = matters.filter(
    ({ kind }) => kind === "need" || (matter.kind === "project" && kind === "resource"),
  );
  if (others.length === 0) return null;
  const answers = matter.answers ?? [];
  return (
    <div className="stack">
      <span className="quiet">{item.answers[matter.kind === "project" ? "project" : "resource"]}</span>
      {others.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={answers.includes(id)}
          onChange={(on) => onChange(on ? [...answers, id] : answers.filter((other) => other !== id))}
        />
      ))}
    </div>
  );
}
