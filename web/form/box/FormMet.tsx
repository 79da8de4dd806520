import { formWords } from '../../message/form/form-words.ts';
import { fill } from '../../ui/format.ts';
import { useFormPlace } from '../form-place.ts';
import { whoOf } from '../save/conflict.ts';

interface MetProps {
  className?: string;
  /** A field's title by its path, and its value in words; the fields both changed are not named when left out. */
  titleOf?: (path: string) => string;
  shownOf?: (path: string, value: unknown) => string;
}

/** 两人同改 — who saved the same form meanwhile, what both changed, and whose is to stand; nothing is overwritten unseen. */
export function FormMet({ className = 'row', titleOf, shownOf = (_, value) => String(value ?? '') }: MetProps) {
  const { form, lang } = useFormPlace();
  if (form.phase.is !== 'conflict') return null;
  const words = formWords(lang);
  const { conflicts, by } = form.phase;
  return (
    <div className={className} role="alert" data-part="form-conflict">
      <strong>{fill(words.conflictTitle, { who: whoOf(by, lang) })}</strong>
      {titleOf &&
        conflicts.map(({ path, mine, theirs }) => (
          <span key={path} data-path={path}>
            {titleOf(path)} · {words.mine}“{shownOf(path, mine)}” · {words.theirs}“{shownOf(path, theirs)}”
          </span>
        ))}
      {conflicts.length === 0 ? (
        <button type="button" onClick={() => void form.settle('mine')}>
          {words.sendAgain}
        </button>
      ) : (
        <>
          <button type="button" onClick={() => void form.settle('mine')}>
            {words.allMine}
          </button>
          <button type="button" onClick={() => void form.settle('theirs')}>
            {words.allTheirs}
          </button>
        </>
      )}
    </div>
  );
}
