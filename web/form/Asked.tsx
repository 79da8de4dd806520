import { type Field, useField, useFormPlace } from './form-place.ts';

/** Says of a field changed that the change will be asked for. */
export function Asked({ field: { asked, changed } }: { field: Pick<Field, 'asked' | 'changed'> }) {
  const { words } = useFormPlace();
  return asked && changed ? (
    <p className="form-hint" data-part="form-asked">
      {words.willAsk}
    </p>
  ) : null;
}

/** Tells beforehand that what stands below is only to be asked for; nothing to those who set it themselves. `path` is one such field. */
export function AskedNote({ path, text }: { path: string; text: string }) {
  return useField(path).asked ? (
    <p className="form-note" data-part="form-asks">
      {text}
    </p>
  ) : null;
}
