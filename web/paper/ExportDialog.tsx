import { useEffect, useRef } from 'react';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { useForm } from '../form/use-form.ts';
import { paperWords } from '../message/paper/paper-words.ts';
import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import {
  type ExportField,
  type ExportId,
  type ExportLook,
  type ExportView,
  exportFields,
  exportKinds,
  kindOf,
} from './export-kinds.ts';
import { PaperState } from './PaperState.tsx';
import { RecentPapers } from './RecentPapers.tsx';
import { usePaper } from './use-paper.ts';
import { useReviewNumber } from './use-review-number.ts';
import './export.css';

interface ExportDialogProps {
  shown: ExportView;
  asOf: string | null;
  lang: Lang;
  /** Whether who exports may set the county's review number. */
  maySetNumber: boolean;
  onClose(): void;
}

const firstLook = Object.fromEntries(
  Object.entries(exportFields).map(([field, [first]]) => [field, first]),
) as ExportLook;

interface ExportValues {
  kind: ExportId;
  look: ExportLook;
  /** The review number typed over the one known; null: none was. */
  number: string | null;
}

/** 导出 — what, how large, in which colours; then how far it is, a way out, and the file. */
export default function ExportDialog({ shown, asOf, lang, maySetNumber, onClose }: ExportDialogProps) {
  const words = paperWords(lang);
  const dialog = useRef<HTMLDialogElement>(null);
  const number = useReviewNumber();
  const job = usePaper(lang);
  const form = useForm<ExportValues>({
    of: null,
    opened: { base: '', values: { kind: 'sheet', look: firstLook, number: null } },
    send: async ({ id, values }) => {
      const one = kindOf(values.kind);
      if (one.reviewed && maySetNumber && values.number !== null) await number.keep(id, values.number);
      await job.begin({ kind: one.kind, asOf, asked: one.asked(shown, values.look) });
    },
    onSaved: () => undefined,
  });
  useEffect(() => dialog.current?.showModal(), []);
  const { kind, look } = form.values;
  const chosen = kindOf(kind);
  return (
    <dialog ref={dialog} className="help card export" data-part="export" aria-label={words.export} onClose={onClose}>
      <header>
        <h2>{words.export}</h2>
        <button type="button" className="tool" aria-label={wordsOf(lang).close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <FormBox form={form} lang={lang} missed={false} method="dialog">
        <fieldset className="kinds" disabled={job.busy}>
          <legend>{words.what}</legend>
          {exportKinds.map((one) => (
            <label key={one.kind}>
              <input
                type="radio"
                name="kind"
                value={one.kind}
                checked={one.kind === kind}
                onChange={() => form.set('kind', one.kind)}
              />
              <span>
                {words.kinds[one.kind]}
                <small>{words.hints[one.kind]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset disabled={job.busy}>
          <legend>{words.how}</legend>
          {chosen.fields.map((field) => (
            <Choice key={field} {...{ field, lang, look }} onLook={(now) => form.set('look', now)} />
          ))}
          {chosen.reviewed && (
            <label className="field">
              <span>{words.reviewNumber}</span>
              <input
                type="text"
                data-part="review-number"
                maxLength={60}
                value={form.values.number ?? number.known ?? ''}
                readOnly={!maySetNumber}
                title={maySetNumber ? undefined : words.numberByOffice}
                onChange={({ target }) => form.set('number', target.value)}
              />
            </label>
          )}
          {!chosen.reviewed && chosen.fields.length === 0 && <p className="hint">{words.nothingToChoose}</p>}
        </fieldset>
        <p className="hint">{words.marked}</p>
        <footer>
          <button
            type="submit"
            className="primary"
            data-part="export-begin"
            disabled={job.busy || form.phase.is === 'sending'}
          >
            {words.begin}
          </button>
          <FormFault className="paper-state fault" />
          <PaperState job={job} lang={lang} />
        </footer>
      </FormBox>
      <RecentPapers lang={lang} but={job.paper?.id ?? null} />
    </dialog>
  );
}

function Choice({
  field,
  lang,
  look,
  onLook,
}: {
  field: ExportField;
  lang: Lang;
  look: ExportLook;
  onLook(look: ExportLook): void;
}) {
  const words = paperWords(lang);
  const options: Record<string, string> = words.options;
  return (
    <label className="field">
      <span>{words.fields[field]}</span>
      <select
        data-part={`export-${field}`}
        value={look[field]}
        onChange={({ target }) => onLook({ ...look, [field]: target.value })}
      >
        {exportFields[field].map((option) => (
          <option key={option} value={option}>
            {options[`${field}-${option}`] ?? option}
          </option>
        ))}
      </select>
    </label>
  );
}
