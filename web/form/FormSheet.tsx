import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { VenueFormAnswer } from '../../server/form/form-answers.ts';
import type { FormValues } from '../../server/save/leaves/rules.ts';
import { formWords } from '../message/form/form-words.ts';
import { fill, instantText, type Lang } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { useFirstFault } from './box/FormBox.tsx';
import { ConflictPart } from './ConflictPart.tsx';
import { Leaving, SaveState } from './FormSaveState.tsx';
import { type FieldRights, FormPlaceProvider } from './form-place.ts';
import { sentencesQuery } from './sentences.ts';
import type { Form } from './use-form.ts';
import './form.css';
import './form-fields.css';
import './form-parts.css';
import './form-narrow.css';

interface FrameProps {
  title: string;
  /** The place the form is about. */
  place: string;
  lang: Lang;
  /** Stands beside the place. */
  aside?: string | undefined;
  onClose(): void;
  onKeys?(event: KeyboardEvent): void;
  /** The browser itself closed the sheet, without asking. */
  onGone?(): void;
  children: ReactNode;
}

/** 侧页 — a sheet over the right side, on a phone over all of it; the keyboard stays in it until it is closed. */
export function Frame({ title, place, aside, lang, onGone, onClose, onKeys, children }: FrameProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = formWords(lang);
  useEffect(() => {
    if (sheet.current && !sheet.current.open) sheet.current.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog
      ref={sheet}
      className="form-sheet"
      data-part="form"
      aria-label={`${title} · ${place}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onGone ?? onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        onKeys?.(event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="form-head">
        <p>{aside ? `${place} · ${aside}` : place}</p>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="form-close" aria-label={words.close} title={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

interface SheetProps<Values extends FormValues> extends Omit<FrameProps, 'onKeys' | 'onGone' | 'aside'> {
  form: Form<Values>;
  /** Top fields the person may change; the others are shown only. All when left out. */
  writable?: string[];
  /** Whose rights by field hold; the top fields say all when left out. */
  rights?: FieldRights;
  /** Who saved the record last, and when. */
  saved?: VenueFormAnswer['saved'];
  today: string;
  /** A field's title by its path, and its value in words. */
  titleOf(path: string): string;
  shownOf(path: string, value: unknown): string;
  /** Says on the button what saving means here. */
  saveTitle?: string;
  /** Reports at one tap that nothing has changed, in these words; null where that says nothing. */
  unchanged?: string | null;
  /** May be sent although nothing was changed. */
  asIs?: boolean;
  /** Further buttons beside saving. */
  more?: ReactNode;
}

/** A form in its sheet: its fields, what its save met, and the way out. Ctrl+S saves, Esc asks when something is unsaved. */
export function FormSheet<Values extends FormValues>(props: SheetProps<Values>) {
  const { form, lang, today, onClose, children, asIs = false } = props;
  const words = formWords(lang);
  const id = useId();
  const body = useRef<HTMLFormElement>(null);
  const [leaving, setLeaving] = useState(false);
  const { phase, changed } = form;
  const { data: sentences = {} } = useQuery(sentencesQuery);
  const unsaved = changed.length > 0;
  const ready = (unsaved || asIs) && phase.is !== 'sending' && phase.is !== 'conflict';
  const save = () => {
    setLeaving(false);
    if (ready) void form.save();
  };
  useFirstFault(body, phase);
  const leave = () => (unsaved && !leaving ? setLeaving(true) : leaving ? setLeaving(false) : onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    save();
  };
  return (
    <Frame {...props} aside={savedText(props.saved, lang)} onClose={leave} onGone={onClose} onKeys={keys}>
      <FormPlaceProvider
        value={{
          ...{ words, lang, today, id, sentences },
          form: form as unknown as Form<FormValues>,
          writable: props.writable ?? null,
          rights: props.rights ?? null,
        }}
      >
        <form ref={body} className="form-body" onSubmit={submit} noValidate>
          <SaveState form={form} lang={lang} />
          {phase.is === 'conflict' && (
            <ConflictPart form={form} phase={phase} lang={lang} titleOf={props.titleOf} shownOf={props.shownOf} />
          )}
          <div className="form-fields" inert={phase.is === 'conflict'}>
            {children}
          </div>
          <button type="submit" hidden disabled={!ready} />
        </form>
        <footer className="form-foot">
          {leaving ? (
            <Leaving form={form} lang={lang} onStay={() => setLeaving(false)} onClose={onClose} />
          ) : (
            <>
              <p role="status" data-part="form-status">
                {phase.is === 'sending'
                  ? words.sending
                  : unsaved
                    ? words.changed.replace('{n}', String(changed.length))
                    : words.unchanged}
              </p>
              {props.more}
              {props.unchanged && !unsaved && phase.is !== 'sending' && (
                <button
                  type="button"
                  className="form-quiet"
                  data-part="form-unchanged"
                  onClick={() => void form.save()}
                >
                  {props.unchanged}
                </button>
              )}
              <button type="button" className="form-quiet" onClick={leave}>
                {words.cancel}
              </button>
              <button
                type="button"
                className="form-primary"
                data-part="form-save"
                disabled={!ready}
                title={words.saveKeys}
                onClick={save}
              >
                {props.saveTitle ?? words.save}
              </button>
            </>
          )}
        </footer>
      </FormPlaceProvider>
    </Frame>
  );
}

function savedText(saved: VenueFormAnswer['saved'] | undefined, lang: Lang): string | undefined {
  if (!saved) return undefined;
  const who = [saved.by?.post, saved.by?.name].filter(Boolean).join(' ');
  return fill(formWords(lang).lastSaved, { at: instantText(saved.at, lang), who: who && ` ${who}` });
}
