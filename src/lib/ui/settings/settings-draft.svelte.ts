import type { OrganizationSettings } from '#lib/domain/settings.ts';

/** The settings that have an effect today, as they stand in the fields: numbers are what was typed. */
export class SettingsDraft {
  #base = $state.raw<OrganizationSettings>();
  minimumPasswordStrength = $state<OrganizationSettings['minimumPasswordStrength']>('good');
  standardSeats = $state('');
  mobileSeats = $state('');
  importRowLimit = $state('');

  readonly dirty = $derived(Object.keys(this.changes).length > 0);

  constructor(settings: OrganizationSettings) {
    this.take(settings);
  }

  /** What differs from the beginning. What is no number becomes NaN, which the command refuses by its field's name. */
  get changes(): Partial<OrganizationSettings> {
    const typed = {
      minimumPasswordStrength: this.minimumPasswordStrength,
      standardSeats: seats(this.standardSeats),
      mobileSeats: seats(this.mobileSeats),
      importRowLimit: wholeNumber(this.importRowLimit)
    };
    return Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== this.#before(field)));
  }

  get expected(): Partial<OrganizationSettings> {
    return Object.fromEntries(Object.keys(this.changes).map((field) => [field, this.#before(field)]));
  }

  take(settings: OrganizationSettings): void {
    this.#base = settings;
    this.minimumPasswordStrength = settings.minimumPasswordStrength;
    this.standardSeats = settings.standardSeats?.toString() ?? '';
    this.mobileSeats = settings.mobileSeats?.toString() ?? '';
    this.importRowLimit = settings.importRowLimit.toString();
  }

  #before(field: string): unknown {
    return this.#base && Reflect.get(this.#base, field);
  }
}

function wholeNumber(typed: string): number {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : NaN;
}

function seats(typed: string): number | null {
  return typed.trim() === '' ? null : wholeNumber(typed);
}
