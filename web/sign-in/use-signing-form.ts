import { useQueryClient } from '@tanstack/react-query';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { type Form, useForm } from '../form/use-form.ts';
import { takeSession } from '../signing.ts';

interface SigningGiven<Values extends object> {
  /** What it begins with. */
  values: Values;
  /** Sends what was typed. */
  signIn(values: Values): Promise<SessionAnswer>;
  onSigned?: () => void;
}

/** A form whose answer is a session: the page belongs to that person from then on. Nothing of it is kept in the browser. */
export function useSigningForm<Values extends object>(given: SigningGiven<Values>): Form<Values> {
  const client = useQueryClient();
  return useForm<Values, SessionAnswer>({
    of: null,
    opened: { base: '', values: given.values },
    send: ({ values }) => given.signIn(values),
    onSaved: (_, session) => {
      takeSession(client, session);
      given.onSigned?.();
    },
  });
}
