import { describe, expect, test } from 'vitest';
import { defaultSettings } from '#lib/domain/settings.ts';
import { settingsForm, settingsOf } from '#lib/ui/settings/settings-form.ts';

describe('the fields of Global Settings', () => {
  test('say what the settings are, and are read back as they were', () => {
    const settings = { ...defaultSettings, standardSeats: 25, maximumPasswordAgeDays: 90 };
    expect(settingsOf(settingsForm(settings))).toEqual(settings);
  });

  test('an empty field of seats is no limit', () => {
    expect(settingsOf({ standardSeats: ' ', mobileSeats: '0' })).toEqual({ standardSeats: null, mobileSeats: 0 });
  });

  test('what is no whole number stands as none, for the command to refuse it by its name', () => {
    for (const typed of ['', '1.5', '-1', 'ten', '1e3']) {
      expect(settingsOf({ passwordNoticeDays: typed }).passwordNoticeDays).toBeNaN();
    }
  });
});
