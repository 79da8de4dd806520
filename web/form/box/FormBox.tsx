import { useQuery } from '@tanstack/react-query';
import { type FormHTMLAttributes, type RefObject, useEffect, useId, useRef } from 'react';
import type { FormValues } from '../../../server/save/leaves/rules.ts';
import { formWords } from '../../message/form/form-words.ts';
import type { Lang } from '../../ui/format.ts';
import { FormPlaceProvider } from '../form-place.ts';
import type { Phase } from '../save/phase.ts';
import { sentencesQuery } from '../sentences.ts';
import type { Form } from '../use-form.ts';

interface BoxProps<Values extends FormValues> extends Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit'> {
  form: Form<Values>;
  lang: Lang;
  /** Today in the county, where a field of it marks it. */
  today?: string;
  /** What Enter and the button do; they save when left out. */
  onSend?: () => void;
  /** Whether what was typed would be missed: the browser asks before its page is left. */
  missed?: boolean;
  'data-part'?: string;
}

/** A form within a page: Enter sends it, the first field that is wrong takes the keyboard, and what is kept nowhere is not left unasked. */
export function FormBox<Values extends FormValues>(props: BoxProps<Values>) {
  const { form, lang, today = '', onSend = () => void form.save(), missed = true, children, ...element } = props;
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const { data: sentences = {} } = useQuery({ ...sentencesQuery, enabled: form.found.length > 0 });
  useFirstFault(box, form.phase);
  useAskedBefore(missed && !form.drafted && form.changed.length > 0);
  return (
    <form
      {...element}
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <FormPlaceProvider
        value={{
          ...{ words: formWords(lang), lang, today, id, sentences, writable: null, rights: null },
          form: form as unknown as Form<FormValues>,
        }}
      >
        {children}
      </FormPlaceProvider>
    </form>
  );
}

/** Gives the keyboard to the first field the server found wrong. */
export function useFirstFault(box: RefObject<HTMLElement | null>, phase: Phase): void {
  const first = phase.is === 'refused' ? Object.keys(phase.faults)[0] : undefined;
  useEffect(() => {
    if (first === undefined) return;
    const at = box.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]');
    at?.focus();
    at?.scrollIntoView({ block: 'center' });
  }, [first, box]);
}

/** Has the browser ask before the page is closed or loaded anew. */
function useAskedBefore(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [asks]);
}
