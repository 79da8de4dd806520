import { type Field, useField, useFormPlace } from './form-place.ts';

/** Says of a field changed that the change will be asked for. */
export function ProposedHint({ field: { proposes, changed } }: { field: Pick<Field, 'proposes' | 'changed'> }) {
  const { words } = useFormPlace();
  return proposes && changed ? (
    <p className="form-hint" data-part="form-asked">
      {words.willAsk}
    </p>
  ) : null;
}

/** Tells beforehand that what stands below is only to be asked for; nothing to those who set it themselves. `path` is one such field. */
export function ProposedNote({ path, text }: { path: string; text: string }) {
  return useField(path).proposes ? (
    <p className="form-note" data-part="form-asks">
      {text}
    </p>
  ) : null;
}
