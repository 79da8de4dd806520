import type { Text } from '../../server/words/text.ts';
import { fill } from '../ui/format.ts';
import type { Reading } from './reading.ts';
import './marks.css';

/** 核对标记 — what does not go together, with the reason given. */
export function Marks(props: { marks: { key: string; title: Text; reason: string | null }[]; reading: Reading }) {
  const { words, lang } = props.reading;
  return props.marks.map(({ key, title, reason }) => (
    <p key={key} className="dossier-mark" data-part="dossier-mark">
      <strong>{title[lang]}</strong>
      <span>{reason === null ? words.noReason : fill(words.reasonGiven, { text: reason })}</span>
    </p>
  ));
}
