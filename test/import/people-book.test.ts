import { describe, expect, test } from 'vitest';
import { PeopleBook, type PersonKept } from '../../server/import/people-book.ts';

const kept = (more: Partial<PersonKept> = {}): PersonKept => ({
  id: 'a',
  name: '王建国',
  post: '县委副书记',
  unit: '县委',
  workPhone: '0900-1',
  position: 2,
  ...more,
});
const bookOf = (...people: PersonKept[]) => {
  let ids = 0;
  return new PeopleBook(people, () => `new-${++ids}`);
};

describe('who a ledger names', () => {
  test.each([
    ['by name alone', { name: '王建国' }, 'a'],
    ['with the same post', { name: '王建国', post: '县委副书记' }, 'a'],
    ['with another post', { name: '王建国', post: '县长' }, 'new-1'],
    ['with another unit', { name: '王建国', unit: '东关' }, 'new-1'],
    ['with another name', { name: '王建', post: '县委副书记' }, 'new-1'],
  ])('%s', (_, named, id) => expect(bookOf(kept()).idOf(named)).toBe(id));
  test('nobody without a name', () => expect(bookOf().idOf({ name: ' ', post: '县长' })).toBeNull());
  test('what stands already is not saved again', () => {
    const book = bookOf(kept());
    book.idOf({ name: '王建国', post: '县委副书记', unit: '县委', workPhone: '0900-1', position: 2 });
    expect(book.changed()).toEqual([]);
  });
  test('what one ledger leaves out another fills in', () => {
    const book = bookOf(kept({ post: null, workPhone: null }));
    book.idOf({ name: '王建国', post: '县委副书记' });
    expect(book.changed()).toEqual([kept({ workPhone: null })]);
  });
  test('a person met twice in one import is one', () => {
    const book = bookOf();
    expect(book.idOf({ name: '李兰', unit: '东关' })).toBe(book.idOf({ name: '李兰', unit: '东关', post: '书记' }));
    expect(book.changed()).toMatchObject([{ name: '李兰', unit: '东关', post: '书记' }]);
  });
});
