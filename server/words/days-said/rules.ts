/** A day that stands by itself in a value: neither part of a longer word nor of the name of a file. */
const dayAlone = /(?<![\w.-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w.-])/g;

/** A value of a sentence with its days said by `say`; the name of a file stays as it is. */
export function daysSaid(value: string | number, say: (day: string) => string): string | number {
  return typeof value === 'string' && !/\.\w{2,7}$/.test(value) ? value.replace(dayAlone, (day) => say(day)) : value;
}
