import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../server/user/password.ts';
import { isExpired, passwordFault, passwordProfiles } from '../../server/user/password-profile.ts';

const { classified, asvs } = passwordProfiles;

describe('a password of the classified profile', () => {
  test.each([
    ['Abcde-7', 'password-short'],
    ['Abcdef-7', null],
    ['abcdefg7', 'password-classes'],
    ['abcdefG7', null],
    ['abcdef-7', null],
    ['ABCDEF-7', null],
    ['Abcdefgh', 'password-classes'],
    ['测试口令甲乙丙A7', null],
    [`Ab7${'x-yz'.repeat(31)}w`, null],
    [`Ab7${'x-yz'.repeat(31)}wv`, 'password-long'],
    ['my-Zhang.wei7', 'password-login'],
    ['Password-2026', 'password-common'],
    ['Aa1Aa1Aa1Aa1', 'password-common'],
    ['云岫县Ab-2026', 'password-common'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'zhang.wei', classified, ['云岫县'])).toBe(fault);
  });

  test('is too old the day after its ninetieth', () => {
    const setAt = '2026-08-01T00:00:00.000Z';
    const later = (ms: number) => new Date(Date.parse(setAt) + ms);
    expect(isExpired(setAt, later(90 * 86_400_000), classified)).toBe(false);
    expect(isExpired(setAt, later(90 * 86_400_000 + 1), classified)).toBe(true);
  });
});

describe('a password of the other profile', () => {
  test.each([
    ['correcthors', 'password-short'],
    ['correcthorse', null],
    ['123456789012', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['qwertyuiopas', 'password-common'],
    ['yes zhang.wei', 'password-login'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'zhang.wei', asvs)).toBe(fault);
  });

  test('never grows too old', () => {
    expect(isExpired('2000-01-01T00:00:00.000Z', new Date('2026-01-01'), asvs)).toBe(false);
  });
});

describe('a password kept', () => {
  test('is argon2id of 19 MiB, and only the right one is taken, typed full width or not', async () => {
    const kept = await hashPassword('Shanqu-2026');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(kept, 'Shanqu-2026')).toBe(true);
    expect(await isPassword(kept, 'Ｓhanqu-2026')).toBe(true);
    expect(await isPassword(kept, 'shanqu-2026')).toBe(false);
  });

  test('without one kept nothing is right, not even what the dummy was made of', async () => {
    expect(await isPassword(null, 'no account has this')).toBe(false);
  });
});
