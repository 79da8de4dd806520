import { formWords } from '../message/form/form-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { type FormKind, useFormDoor } from './form-door.ts';
import './edit-button.css';

interface EditProps {
  kind: FormKind;
  lang: Lang;
  record?: string;
  /** Says another word than "edit". */
  title?: string;
}

/** 填报 — opens the form of what it stands beside; absent for who may not. */
export function EditButton({ kind, lang, record, title }: EditProps) {
  const door = useFormDoor();
  const words = formWords(lang);
  if (!door?.may(kind)) return null;
  return (
    <button
      type="button"
      className="edit-button"
      data-part={`edit-${kind}`}
      aria-label={title ?? fill(words.editNamed, { title: words.titles[kind] })}
      onClick={() => door.open(kind, record)}
    >
      {title ?? words.edit}
    </button>
  );
}
