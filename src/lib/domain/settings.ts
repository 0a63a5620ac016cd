import { DEFAULT_PASSWORD_STRENGTH, type PasswordStrength } from './password-policy.ts';

/** Specification: Global Settings. */
export interface OrganizationSettings {
  readonly minimumPasswordStrength: PasswordStrength;
  /** A password that an administrator gave must be changed at the next sign-in. */
  readonly adminPasswordChangeForcesChange: boolean;
  /** 0: passwords do not age. */
  readonly maximumPasswordAgeDays: number;
  /** 0: no notice. */
  readonly passwordNoticeDays: number;
  /** null: no limit. */
  readonly standardSeats: number | null;
  readonly mobileSeats: number | null;
  /** Rows allowed in one technicians file. */
  readonly importRowLimit: number;
  readonly groupsOnlyToAssignedAdministrators: boolean;
}

export const defaultSettings: OrganizationSettings = {
  minimumPasswordStrength: DEFAULT_PASSWORD_STRENGTH,
  adminPasswordChangeForcesChange: false,
  maximumPasswordAgeDays: 0,
  passwordNoticeDays: 0,
  standardSeats: null,
  mobileSeats: null,
  importRowLimit: 500,
  groupsOnlyToAssignedAdministrators: false
};
