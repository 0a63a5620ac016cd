import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingSeat, SeatCounter } from '#lib/domain/licenses.ts';

const standard = { enabled: true, standardLicense: true, mobileLicense: false };
const both = { enabled: true, standardLicense: true, mobileLicense: true };

test('seats are given in order, and who cannot have all they need takes none', () => {
  const seats = new SeatCounter({ standardSeats: 3, mobileSeats: 1 }, { standard: 1, mobile: 0 });
  expect(seats.take(both)).toEqual([]);
  expect(seats.take(both)).toEqual(['mobile']);
  expect(seats.take(standard)).toEqual([]);
  expect(seats.take(both)).toEqual(['standard', 'mobile']);
  expect(seats.used).toEqual({ standard: 3, mobile: 1 });
});

test('who is disabled or has no license needs no seat', () => {
  const seats = new SeatCounter({ standardSeats: 0, mobileSeats: 0 }, { standard: 0, mobile: 0 });
  expect(seats.take({ ...both, enabled: false })).toEqual([]);
  expect(seats.take({ ...standard, standardLicense: false })).toEqual([]);
  expect(seats.take(standard)).toEqual(['standard']);
});

test('no limit is ever reached where there is none', () => {
  const seats = new SeatCounter({ standardSeats: null, mobileSeats: null }, { standard: 1e6, mobile: 1e6 });
  expect(seats.take(both)).toEqual([]);
});

test('a limit that was lowered takes nobody’s seat, and gives no new one', () => {
  const full = { standardSeats: 1, mobileSeats: 1 };
  const used = { standard: 5, mobile: 1 };
  expect(missingSeat(full, used, standard, standard)).toBeNull();
  expect(missingSeat(full, used, standard, both)).toBe('mobile');
  expect(missingSeat(full, used, { ...standard, enabled: false }, standard)).toBe('standard');
  expect(missingSeat(full, used, null, { ...standard, enabled: false })).toBeNull();
});

test('never more seats than there are', () => {
  const taker = fc.record({ enabled: fc.boolean(), standardLicense: fc.boolean(), mobileLicense: fc.boolean() });
  fc.assert(
    fc.property(fc.array(taker), fc.nat(8), fc.nat(8), (takers, standardSeats, mobileSeats) => {
      const seats = new SeatCounter({ standardSeats, mobileSeats }, { standard: 0, mobile: 0 });
      const seated = takers.filter((person) => seats.take(person).length === 0 && person.enabled);
      expect(seated.filter((person) => person.standardLicense)).toHaveLength(seats.used.standard);
      expect(seats.used.standard).toBeLessThanOrEqual(standardSeats);
      expect(seats.used.mobile).toBeLessThanOrEqual(mobileSeats);
    })
  );
});
