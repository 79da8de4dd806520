import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const denied = () => {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
};
const full = () => {
  throw new DOMException('full', 'QuotaExceededError');
};
const empty = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  key: () => null,
  length: 0,
};

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const given = (storage: PropertyDescriptor): void => {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...storage });
};

describe.each<[string, PropertyDescriptor]>([
  ['forbidden when asked for', { get: denied }],
  ['not there', { value: undefined }],
  ['full', { value: { ...empty, setItem: full } }],
  [
    'forbidden in every call',
    { value: { getItem: denied, setItem: denied, removeItem: denied, key: denied, length: 1 } },
  ],
])('a browser whose storage is %s', (_, storage) => {
  test('stops nobody, keeps nothing, and that is said once', async () => {
    given(storage);
    const { forgetUnder, keepsNothing, keepUnder, keptUnder, namesUnder, onRefusedKeeping } = await import(
      '../../web/browser-store.ts'
    );
    const said = vi.fn();
    onRefusedKeeping(said);
    expect(keepsNothing()).toBe(false);
    expect([keepUnder('a', '1'), keepUnder('b', '2')]).toEqual([false, false]);
    expect(keptUnder('a')).toBeNull();
    expect(namesUnder('a')).toEqual([]);
    forgetUnder('a');
    expect(keepsNothing()).toBe(true);
    expect(said).toHaveBeenCalledTimes(1);
  });

  test('forms tell that their draft is not kept, and open without one', async () => {
    given(storage);
    const { draftOf, dropDraft, keepDraft, wipeDrafts } = await import('../../web/form/drafts.ts');
    const of = { owner: 'a', place: '1', form: 'venue' };
    const draft = { base: '', known: {}, values: {}, submission: null, at: '2026-10-30T00:00:00Z' };
    expect(keepDraft(of, draft)).toBe(false);
    expect(draftOf(of)).toBeNull();
    dropDraft(of);
    wipeDrafts('a');
  });
});
