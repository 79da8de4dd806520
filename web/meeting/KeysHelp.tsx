import { stageWords } from '../message/stage/stage-words.ts';
import type { Lang } from '../ui/format.ts';

/** 会议快捷键 — what the keys of a meeting do; any key of a clicker works on behind it. */
export function KeysHelp({ lang, onClose }: { lang: Lang; onClose(): void }) {
  const words = stageWords(lang);
  return (
    <section className="keys-help" data-part="meeting-help" aria-label={words.helpTitle}>
      <h2>{words.helpTitle}</h2>
      <dl>
        {words.helpKeys.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose}>
        {words.close}
      </button>
    </section>
  );
}
