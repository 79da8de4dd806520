import { routeWords } from '../message/route/route-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import type { Clash } from './use-kept-plan.ts';

interface ClashNoteProps {
  clash: Clash;
  lang: Lang;
  onTheirs(clash: Clash): void;
  onMine(clash: Clash): void;
}

/** 同时修改 — somebody else kept the plan meanwhile: whose version goes on is for a person to say. */
export function ClashNote({ clash, lang, onTheirs, onMine }: ClashNoteProps) {
  const words = routeWords(lang);
  return (
    <p className="row clash" role="alert" data-part="plan-clash">
      <strong>{fill(words.clash, { who: clash.who ?? words.somebody })}</strong>
      <button type="button" onClick={() => onTheirs(clash)}>
        {words.clashTheirs}
      </button>
      <button type="button" onClick={() => onMine(clash)}>
        {words.clashMine}
      </button>
    </p>
  );
}
