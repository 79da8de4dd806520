import { useFormPlace } from '../form-place.ts';
import { reasonOf } from '../save/reason-of.ts';

interface FaultProps {
  className?: string;
  part?: string;
  /** Within a line of buttons it is part of the line. */
  inline?: boolean;
  /** Puts the reason of a refusal into a sentence. */
  said?: (why: string) => string;
}

/** The one place of a form that says why it was not saved; what is wrong with a field stands beside that. */
export function FormFault({
  className = 'fault',
  part = 'form-refused',
  inline = false,
  said = (why) => why,
}: FaultProps) {
  const { form, lang } = useFormPlace();
  const why = reasonOf(form, lang);
  if (why === null) return null;
  const Line = inline ? 'span' : 'p';
  return (
    <Line className={className} role="alert" data-part={part}>
      {form.phase.is === 'refused' ? said(why) : why}
    </Line>
  );
}
