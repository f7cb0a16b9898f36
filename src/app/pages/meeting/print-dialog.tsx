// 打印与导出: in which format, what is printed, for whom, on which sheet (the format's own until another is chosen); the
// page beside it as it will come out.

import { FileDown } from "lucide-react";
import { type ReactElement, useMemo, useRef, useState } from "react";
import { PAGE_FORMATS, type PageFormatId, sheetFor } from "../../../adapters/pages/page-formats.ts";
import { Failure } from "../../../core/base/index.ts";
import { PAPER_SIZES, REPORT_CONTENTS } from "../../../core/report/index.ts";
import { issueSentence } from "../../../messages/issues.ts";
import { makeReport, type PrintOrder } from "../../commands/meeting/make-report.ts";
import { type SavedReport, saveReport } from "../../commands/meeting/save-report.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { meetingOf } from "../../state/meeting-of.ts";
import { isStale } from "../../state/result-keys.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatCount, formatPlain } from "../../ui/format.ts";
import { Modal } from "../../ui/modal.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { PagePreview } from "./page-preview.tsx";
import { reasonOf, useReport } from "./use-report.ts";

const FORMATS = Object.keys(PAGE_FORMATS) as PageFormatId[];
const SCALES = [1000, 2000, 5000, 10_000] as const;

type Sheet = Pick<PrintOrder, "paper" | "landscape">;

const FIRST_ORDER: Omit<PrintOrder, keyof Sheet> = {
  content: "pack",
  scale: null,
  audience: "internal",
  reviewNumber: "",
  maker: "",
  handout: false,
};

export function PrintDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { close } = useText();
  const { printing: words } = useMeetingText();
  const language = useLanguage();
  const stale = useAppState(isStale);
  const [format, setFormat] = useState<PageFormatId>("pdf");
  const [wishes, setWishes] = useState<typeof FIRST_ORDER & Partial<Sheet>>(FIRST_ORDER);
  const order = useMemo((): PrintOrder => ({ ...sheetFor(format), ...wishes }), [format, wishes]);
  const { report, done, failure } = useReport(order);
  const change = (fields: Partial<PrintOrder>): void => setWishes((now) => ({ ...now, ...fields }));
  const waiting = done !== null || stale;
  return (
    <Modal title={words.title} closeLabel={close} onClose={onClose} className="print-dialog">
      <div className="print-body">
        <div className="stack print-form">
          <Row label={words.format}>
            <SelectField
              label={words.format}
              value={format}
              options={FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={setFormat}
            />
          </Row>
          <SheetFields order={order} onChange={change} />
          <HouseFields order={order} onChange={change} />
          {stale && <p className="note quiet">{words.stale}</p>}
          {failure !== null && <p className="refusal">{words.failed(failure)}</p>}
          {!waiting && (
            <ul className="issues">
              {(report?.issues ?? []).map((issue) => (
                <li key={JSON.stringify(issue)} role="alert">
                  {issueSentence(issue, language, "app")}
                </li>
              ))}
            </ul>
          )}
          <SaveButton order={order} format={format} waiting={waiting || report === null} />
        </div>
        <PagePreview pages={report?.pages ?? []} waiting={waiting} />
      </div>
      {done !== null && !stale && (
        <p className="print-progress" role="status">
          {words.laying}
          <progress value={done} aria-label={words.laying} />
        </p>
      )}
    </Modal>
  );
}

interface FieldsProps {
  readonly order: PrintOrder;
  readonly onChange: (fields: Partial<PrintOrder>) => void;
}

function SheetFields({ order, onChange }: FieldsProps): ReactElement {
  const { printing: words } = useMeetingText();
  const papers: Readonly<Record<string, string>> = words.papers;
  return (
    <>
      <Row label={words.pages}>
        <SelectField
          label={words.pages}
          value={order.content}
          options={REPORT_CONTENTS.map((value) => ({ value, label: words.contents[value] }))}
          onChange={(content) => onChange({ content })}
        />
      </Row>
      <Row label={words.paper}>
        <SelectField
          label={words.paper}
          value={order.paper}
          options={PAPER_SIZES.map((value) => ({ value, label: papers[value] ?? value }))}
          onChange={(paper) => onChange({ paper })}
        />
      </Row>
      <Row label={words.orientation}>
        <Segmented
          label={words.orientation}
          value={order.landscape ? "landscape" : "portrait"}
          options={(["landscape", "portrait"] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(value) => onChange({ landscape: value === "landscape" })}
        />
      </Row>
      <Row label={words.scale}>
        <SelectField
          label={words.scale}
          value={String(order.scale ?? "fit")}
          options={[
            { value: "fit", label: words.fit },
            ...SCALES.map((scale) => ({ value: String(scale), label: words.trueScale(formatCount(scale)) })),
          ]}
          onChange={(value) => onChange({ scale: value === "fit" ? null : Number(value) })}
        />
      </Row>
    </>
  );
}

/** For whom it is, and who made it. */
function HouseFields({ order, onChange }: FieldsProps): ReactElement {
  const { printing: words } = useMeetingText();
  return (
    <>
      <Row label={words.audience}>
        <Segmented
          label={words.audience}
          value={order.audience}
          options={(["internal", "public"] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(audience) => onChange({ audience })}
        />
      </Row>
      {order.audience === "public" && (
        <EntryField
          label={words.review}
          value={order.reviewNumber}
          onEnter={(reviewNumber) => {
            onChange({ reviewNumber });
            return null;
          }}
        />
      )}
      <EntryField
        label={words.maker}
        value={order.maker}
        onEnter={(maker) => {
          onChange({ maker });
          return null;
        }}
      />
    </>
  );
}

interface SaveButtonProps {
  readonly order: PrintOrder;
  readonly format: PageFormatId;
  readonly waiting: boolean;
}

type Saving =
  | { readonly kind: "idle" }
  | { readonly kind: "saving"; readonly done: number | null; readonly cancel: () => void }
  | { readonly kind: "saved"; readonly saved: SavedReport }
  | { readonly kind: "failed"; readonly reason: string };

/** Lays the report out once more as the format wants it and writes it; what comes of it is said beside the button. */
function SaveButton({ order, format, waiting }: SaveButtonProps): ReactElement {
  const app = useApp();
  const { printing: words } = useMeetingText();
  const { cancel } = useText();
  const language = useLanguage();
  const meeting = useAppState(meetingOf);
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  const made = useMemo(() => ({ order, format }), [order, format]);
  const shown = useRef(made);
  if (shown.current !== made && saving.kind !== "saving") {
    shown.current = made;
    if (saving.kind !== "idle") setSaving({ kind: "idle" });
  }
  const save = async (): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    const stop = (): void => controller.abort();
    const onProgress = ({ done }: { readonly done: number | null }): void =>
      setSaving({ kind: "saving", done, cancel: stop });
    onProgress({ done: null });
    try {
      const handout = "handout" in PAGE_FORMATS[format];
      const report = await makeReport(app, { ...order, handout }, { signal, onProgress });
      if (report === null) throw new Failure("cancelled");
      const name =
        order.content === "pack" && meeting !== null ? meeting.name : words.contents[order.content];
      setSaving({
        kind: "saved",
        saved: await saveReport(app, report, format, name, { signal, onProgress }),
      });
    } catch (error) {
      const isCancel = error instanceof Failure && error.code === "cancelled";
      const reason = isCancel ? words.cancelled : words.failed(reasonOf(error, language));
      setSaving({ kind: "failed", reason });
    }
  };
  if (saving.kind === "saving") {
    return (
      <div className="stack" role="status">
        <progress value={saving.done ?? undefined} aria-label={words.writing} />
        <div className="button-row">
          <Button onClick={saving.cancel}>{cancel}</Button>
          <span className="quiet">{words.writing}</span>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <div className="button-row">
        <Button kind="primary" disabled={waiting} onClick={() => void save()}>
          <FileDown size={14} aria-hidden="true" />
          {words.save(format.toUpperCase())}
        </Button>
      </div>
      {saving.kind === "saved" && (
        <p className="note" role="status">
          {words.saved(saving.saved.name, `${formatPlain(saving.saved.size / 1_000_000)} MB`)}
        </p>
      )}
      {saving.kind === "failed" && (
        <p className="refusal" role="alert">
          {saving.reason}
        </p>
      )}
    </div>
  );
}

const Row = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactElement;
}): ReactElement => (
  <div className="field-row">
    <span className="label">{label}</span>
    {children}
  </div>
);
