import type { ResponsibleFormValues } from '../form/form-answers.ts';
import type { Titled } from '../save/form-parts.ts';
import { type Fault, textFaults } from '../save/rules.ts';
import type { Person } from './people.ts';

/** Who holds a function, as named in the form: every text trimmed, an empty one null. */
export type Named = Omit<Person, 'id' | 'position'>;

/** A function nobody holds. */
export const nobody: Named = { name: null, post: null, unit: null, workPhone: null };

const textOf = (text: string | null | undefined) => text?.trim() || null;

/** The four texts of an office-holder, trimmed. */
export const namedOf = ({ name, post, unit, workPhone }: Named): Named => ({
  name: textOf(name),
  post: textOf(post),
  unit: textOf(unit),
  workPhone: textOf(workPhone),
});

/** Whether nothing is written for a function. */
export const isNobody = (named: Named): boolean => Object.values(named).every((text) => text === null);

/**
 * What is wrong with the office-holders of a place: a function there is not, somebody without a name, texts too long, a telephone number that is none.
 * Fields are `function.name` and the like; values may be as typed.
 */
export function responsibleFaults(values: ResponsibleFormValues, functions: readonly Titled[]): Fault[] {
  const known = new Set(functions.map(({ key }) => key));
  return Object.entries(values).flatMap(([key, typed]): Fault[] => {
    if (!known.has(key)) return [{ field: key, code: 'function-unknown' }];
    const named = namedOf(typed ?? nobody);
    if (isNobody(named)) return [];
    const phone = named.workPhone;
    return [
      ...textFaults(`${key}.name`, named.name, 40, true),
      ...textFaults(`${key}.post`, named.post, 60),
      ...textFaults(`${key}.unit`, named.unit, 100),
      ...(phone === null || /^[\d+\-() ]{3,30}$/.test(phone)
        ? []
        : [{ field: `${key}.workPhone`, code: 'phone-malformed' } as const]),
    ];
  });
}
