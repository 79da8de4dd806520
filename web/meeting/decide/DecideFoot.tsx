import { FormFault } from '../../form/box/FormFault.tsx';
import { FormFoot } from '../../form/box/FormFoot.tsx';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { fill, type Lang } from '../../ui/format.ts';

interface FootProps {
  /** What the button says. */
  send: string;
  lang: Lang;
  focused?: boolean;
  onCancel(): void;
}

/** The foot of a decision: a second press keeps it, and why it was not kept. */
export function DecideFoot({ send, lang, focused = true, onCancel }: FootProps) {
  const words = meetingWords(lang);
  return (
    <FormFoot className="row foot" focused={focused} words={{ send, cancel: words.cancel }} onCancel={onCancel}>
      <FormFault inline said={(why) => fill(words.lost, { why })} />
    </FormFoot>
  );
}
