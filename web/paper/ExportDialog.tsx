import { useEffect, useRef, useState } from 'react';
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

/** 导出 — what, how large, in which colours; then how far it is, a way out, and the file. */
export default function ExportDialog({ shown, asOf, lang, maySetNumber, onClose }: ExportDialogProps) {
  const words = paperWords(lang);
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<ExportId>('sheet');
  const [look, setLook] = useState(firstLook);
  const number = useReviewNumber(lang);
  const job = usePaper(lang);
  useEffect(() => dialog.current?.showModal(), []);
  const chosen = exportKinds.find((one) => one.kind === kind) ?? exportKinds[0];
  if (!chosen) return null;
  const begin = async () => {
    if (chosen.reviewed && maySetNumber && !(await number.keep())) return;
    await job.begin({ kind, asOf, asked: chosen.asked(shown, look) });
  };
  return (
    <dialog ref={dialog} className="help card export" data-part="export" aria-label={words.export} onClose={onClose}>
      <header>
        <h2>{words.export}</h2>
        <button type="button" className="tool" aria-label={wordsOf(lang).close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <fieldset className="kinds" disabled={job.busy}>
          <legend>{words.what}</legend>
          {exportKinds.map((one) => (
            <label key={one.kind}>
              <input
                type="radio"
                name="kind"
                value={one.kind}
                checked={one.kind === kind}
                onChange={() => setKind(one.kind)}
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
            <Choice key={field} {...{ field, lang, look }} onLook={setLook} />
          ))}
          {chosen.reviewed && (
            <label className="field">
              <span>{words.reviewNumber}</span>
              <input
                type="text"
                data-part="review-number"
                maxLength={60}
                value={number.value}
                readOnly={!maySetNumber}
                title={maySetNumber ? undefined : words.numberByOffice}
                onChange={({ target }) => number.set(target.value)}
              />
            </label>
          )}
          {!chosen.reviewed && chosen.fields.length === 0 && <p className="hint">{words.nothingToChoose}</p>}
        </fieldset>
        <p className="hint">{words.marked}</p>
        <footer>
          <button type="submit" className="primary" data-part="export-begin" disabled={job.busy}>
            {words.begin}
          </button>
          {number.fault && (
            <p className="paper-state fault" role="alert">
              {number.fault}
            </p>
          )}
          <PaperState job={job} lang={lang} />
        </footer>
      </form>
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
